import { SendHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Transcript } from '../../lib/threads/schema';
import { useStaff } from '../frame/staff-context';
import { Button, IconButton } from '../ui/button';
import { useNow } from '../use-now';
import { useText } from '../words';
import { QuickReplies } from './quick-replies';
import { useBlock } from './use-block';

const maxHeight = 144;
/** Longest words of staff inside an approved message. */
const templateLimit = 700;
/** Shown only while it matters: a whole day left is no news. */
const soonMs = 6 * 3_600_000;

/** How long they may still be written to; the place is kept until the page has come alive and knows the time. */
const TimeLeft = ({ until, now }: { until: Date; now: Date | null }) => {
  const t = useText('chats');
  if (!now) return <p className="min-w-0 flex-1" />;
  const left = until.getTime() - now.getTime();
  const minutes = Math.max(1, Math.floor(left / 60_000));
  return (
    <p className={`min-w-0 flex-1 text-xs ${left < soonMs ? 'font-semibold text-state-held' : 'text-muted'}`}>
      {t('timeLeft', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
    </p>
  );
};

/** Why nothing can be written, and what can be done instead (promise P22). */
const Closed = ({ phone }: { phone: string | null }) => {
  const t = useText('chats');
  return (
    <div className="border-t border-hairline px-4 py-3" role="status">
      <p className="text-sm font-semibold">{t('closed')}</p>
      <p className="text-sm text-muted">{t('closedHint')}</p>
      {phone?.startsWith('+') ? (
        <a
          href={`tel:${phone}`}
          className="inline-flex min-h-11 items-center text-sm font-semibold text-accent"
        >
          {t('call', { phone })}
        </a>
      ) : null}
    </div>
  );
};

/** Nothing goes to somebody blocked. */
const BlockedNote = ({ chat }: Pick<Transcript, 'chat'>) => {
  const { business, may } = useStaff();
  const t = useText('chats');
  const c = useText('customers');
  const block = useBlock(chat);
  return (
    <div className="flex flex-col gap-2 border-t border-hairline px-4 py-3" role="status">
      <div>
        <p className="text-sm font-semibold">{t('blockedTitle')}</p>
        <p className="text-sm text-muted">{t('blockedHint')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {may('customer.change') ? <Button onClick={() => void block(null)}>{c('unblock')}</Button> : null}
        <Link
          href={`/${business}/customers/${chat.customerId}`}
          className="inline-flex min-h-11 items-center text-sm font-semibold text-accent"
        >
          {t('toCustomer')}
        </Link>
      </div>
    </div>
  );
};

type Props = { shown: Transcript; onSend: (text: string, template: boolean) => void };

/** Where staff write. What is typed stays until it is sent. Enter sends; a Tamil keyboard's own Enter does not. */
export const ReplyBox = ({ shown, onSend }: Props) => {
  const t = useText('chats');
  const now = useNow(30_000);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${String(Math.min(element.scrollHeight, maxHeight))}px`;
  }, [text]);
  const until = shown.windowUntil === null ? null : new Date(shown.windowUntil);
  const closed = !until || (now !== null && until <= now);
  if (shown.blocked) return <BlockedNote chat={shown.chat} />;
  if (closed && shown.template === null) return <Closed phone={shown.chat.phone} />;
  const limit = closed ? templateLimit : 4096;
  const ready = text.trim() !== '' && text.trim().length <= limit;
  const submit = (): void => {
    if (!ready) return;
    onSend(text.trim(), closed);
    setText('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="flex flex-col gap-1 border-t border-hairline px-3 py-2 md:px-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-center gap-2">
        {closed ? (
          <p className="min-w-0 flex-1 text-xs text-muted">{t('asTemplate')}</p>
        ) : (
          <TimeLeft until={until} now={now} />
        )}
        <QuickReplies
          language={shown.language}
          onPick={(words) => {
            setText((before) => (before.trim() === '' ? words : `${before.trimEnd()}\n${words}`));
            field.current?.focus();
          }}
        />
      </div>
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t('reply')}
          aria-invalid={text.trim().length > limit || undefined}
          placeholder={t('reply')}
          title={t('sendHint')}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full min-w-0 resize-none rounded border border-hairline bg-surface-raised px-3 py-2 text-base placeholder:text-muted"
        />
        <IconButton
          type="submit"
          label={t('send')}
          disabled={!ready}
          className="bg-accent text-accent-ink hover:bg-accent hover:opacity-90 md:size-11"
        >
          <SendHorizontal aria-hidden className="size-5" />
        </IconButton>
      </div>
      {closed && shown.template !== null && text.trim() !== '' ? (
        <figure lang={shown.language} className="text-sm whitespace-pre-wrap text-muted">
          <figcaption className="text-xs font-semibold">{t('asTemplateReads')}</figcaption>
          {shown.template.replace('{{message}}', () => text.trim().replace(/\s+/g, ' '))}
        </figure>
      ) : null}
      {text.trim().length > limit ? (
        <p role="alert" className="text-xs text-danger">
          {t('tooLong')}
        </p>
      ) : null}
    </form>
  );
};
