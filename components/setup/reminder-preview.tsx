'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { formatMoney } from '../../lib/i18n/format-money';
import type { Language } from '../../lib/kernel/local-text';
import { reminderKinds, type ReminderKind } from '../../lib/reminders/schema';
import type { ReminderPreview as Shown } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { languageOptions } from '../language-options';
import { queryKeys } from '../query-keys';
import { Skeleton } from '../ui/empty';
import { SelectField } from '../ui/field';
import { Segmented } from '../ui/segmented';
import { useLanguage, useText } from '../words';

// The bubbles of a phone are fetched beside the form, not before it.
const PreviewBubble = dynamic(() => import('./preview-bubble').then((part) => part.PreviewBubble), {
  ssr: false,
  loading: () => <Skeleton className="h-48 w-full" />,
});

/** What customers read, in each language, as the chat words it, and what it costs. */
export const ReminderPreview = ({ serviceId }: { serviceId: string }) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { business } = useStaff();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [kind, setKind] = useState<ReminderKind>('before');
  const { data, isError } = useQuery({
    queryKey: queryKeys.setup(business, 'reminders', serviceId),
    queryFn: ({ signal }) => api<Shown>(business, 'get', `setup/reminders/${serviceId}/preview`, { signal }),
  });
  const names: Record<ReminderKind, string> = {
    before: t('showBefore'),
    thanks: t('showThanks'),
    'follow-up': t('showFollowUp'),
    'no-show': t('showNoShow'),
  };
  const price = (milliPaise: number): string =>
    milliPaise === 0 ? t('reminderFree') : formatMoney(milliPaise / 1000);
  return (
    <section aria-label={t('remindersPreview')} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t('remindersPreview')}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('reminderShows')}
          className="w-44"
          value={kind}
          onChange={(event) => {
            setKind(reminderKinds.find((one) => one === event.target.value) ?? 'before');
          }}
        >
          {reminderKinds.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </SelectField>
        <Segmented
          label={t('previewLanguage')}
          value={language}
          options={languageOptions}
          onChange={setLanguage}
        />
      </div>
      <div
        lang={language}
        className="rounded-lg border border-hairline bg-chat-wallpaper p-3 font-chat"
        role="group"
        aria-label={names[kind]}
      >
        {data ? (
          <PreviewBubble content={data[language][kind]} first />
        ) : isError ? (
          <p className="rounded bg-surface-raised p-3 text-sm text-muted">{frame('unreadable')}</p>
        ) : (
          <Skeleton className="h-48 w-full" />
        )}
      </div>
      {data ? (
        <p className="text-sm text-muted">
          {data.templateMilliPaise === data.windowMilliPaise
            ? t('reminderPriceOne', { price: price(data.templateMilliPaise) })
            : t('reminderPrice', {
                template: price(data.templateMilliPaise),
                window: price(data.windowMilliPaise),
              })}
        </p>
      ) : null}
    </section>
  );
};
