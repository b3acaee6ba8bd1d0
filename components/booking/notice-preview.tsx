'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NoticeShown, NoticeWish } from '../../lib/booking/desk/schema';
import { languageNames } from '../../lib/kernel/local-text';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { plainText } from '../simulator/format-text';
import { Skeleton } from '../ui/empty';
import { CheckField } from '../ui/field';
import { useText } from '../words';

/** The message that a change would send, read from the server so that it is exactly what would go out. */
export function useNoticePreview(booking: string, wish: NoticeWish) {
  const { business } = useStaff();
  return useQuery({
    queryKey: ['notice', booking, wish],
    queryFn: ({ signal }) =>
      api<NoticeShown>(business, 'post', `bookings/${booking}/preview`, { body: wish, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** What the customer will read, as a bubble of their chat; or plainly why nothing can be sent. */
export const NoticePreview = ({ shown }: { shown: NoticeShown | undefined }) => {
  const t = useText('bookings');
  if (!shown) return <Skeleton className="h-32 w-full" />;
  if (shown.how !== 'message')
    return (
      <p role="status" className="rounded bg-danger-soft px-3 py-2 text-sm">
        {t(`cannot-${shown.how.cannot}`)}
      </p>
    );
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="text-xs text-muted">
        {t('preview')} ({languageNames[shown.language]})
      </figcaption>
      <div lang={shown.language} className="rounded bg-chat-wallpaper p-3 font-chat">
        <div className="max-w-80 rounded bg-chat-theirs text-sm text-chat-ink">
          <p className="px-3 py-2 break-words whitespace-pre-wrap">{plainText(shown.text)}</p>
          {shown.buttons.map((title) => (
            <p key={title} className="border-t border-chat-line py-1.5 text-center text-chat-action">
              {title}
            </p>
          ))}
        </div>
      </div>
    </figure>
  );
};

type ChoiceProps = { shown: NoticeShown | undefined; tell: boolean; onTell: (tell: boolean) => void };

/** Whether the customer is told, with what they would read; where they cannot be told there is nothing to choose. */
export const TellChoice = ({ shown, tell, onTell }: ChoiceProps) => {
  const t = useText('bookings');
  const reachable = shown?.how === 'message';
  return (
    <>
      {reachable ? (
        <CheckField
          label={t('tell')}
          checked={tell}
          onChange={(event) => {
            onTell(event.target.checked);
          }}
        />
      ) : null}
      {tell || !reachable ? <NoticePreview shown={shown} /> : null}
    </>
  );
};
