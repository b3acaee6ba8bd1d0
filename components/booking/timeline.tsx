'use client';

import { AlarmClock, AlarmClockOff, CalendarClock, MessageCircle } from 'lucide-react';
import type { TimelineEntry } from '../../lib/booking/desk/schema';
import { plainText } from '../simulator/format-text';
import { useText } from '../words';
import { useBookingWords } from './use-booking-words';

const eventKinds = [
  'held',
  'move-held',
  'confirmed',
  'moved',
  'cancelled',
  'expired',
  'checked-in',
  'called',
  'completed',
  'no-show',
  'attendee',
  'reopened',
  'coming',
  'feedback',
] as const;
const messageStatuses = [
  'queued',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
] as const;

const known = <T extends string>(names: readonly T[], name: string): T | undefined =>
  names.find((one) => one === name);

/** All that happened to a booking and all its customer was told, newest last. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const { moment } = useBookingWords();
  return (
    <ol className="flex flex-col gap-3">
      {entries.map((entry, place) => (
        <li key={place} className="flex gap-2.5 text-sm">
          <Icon entry={entry} />
          <div className="min-w-0 flex-1">
            <Entry entry={entry} />
            <p className="text-xs text-muted">{moment(entry.at)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
};

const icon = 'mt-1 size-4 shrink-0 text-muted';

const Icon = ({ entry }: { entry: TimelineEntry }) => {
  if (entry.what === 'event') return <CalendarClock aria-hidden className={icon} />;
  if (entry.what === 'message') return <MessageCircle aria-hidden className={icon} />;
  return entry.reason ? (
    <AlarmClockOff aria-hidden className={icon} />
  ) : (
    <AlarmClock aria-hidden className={icon} />
  );
};

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  if (entry.what === 'event') return <Event entry={entry} />;
  return entry.what === 'message' ? <Message entry={entry} /> : <Reminder entry={entry} />;
};

/** What the clock will bring, or did not, and why. */
const Reminder = ({ entry }: { entry: Extract<TimelineEntry, { what: 'reminder' }> }) => {
  const t = useText('bookings');
  return entry.reason ? (
    <>
      <p>
        {t(`reminder-${entry.kind}`)} · <span className="font-semibold">{t('reminder-unsent')}</span>
      </p>
      <p className="text-muted">{t(`unsent-${entry.reason}`)}</p>
    </>
  ) : (
    <p className="text-muted">
      {t(`reminder-${entry.kind}`)} · {t('reminder-planned')}
    </p>
  );
};

/** What the message of this label is called; others are just messages. */
const reminderLabels: Readonly<Record<string, 'before' | 'thanks' | 'follow-up' | 'no-show'>> = {
  'notice.reminder': 'before',
  'notice.thanks': 'thanks',
  'notice.followUp': 'follow-up',
  'notice.noShow': 'no-show',
};

const Event = ({ entry }: { entry: Extract<TimelineEntry, { what: 'event' }> }) => {
  const t = useText('bookings');
  const { moment } = useBookingWords();
  const kind = known(eventKinds, entry.kind) ?? 'other';
  const by =
    entry.by === 'staff'
      ? entry.name
        ? t('by-staff', { name: entry.name })
        : t('by-somebody')
      : t(`by-${entry.by}`);
  const what =
    kind === 'moved'
      ? t('event-moved', { from: entry.fromStart ? moment(entry.fromStart) : '' })
      : t(`event-${kind}`);
  return (
    <>
      <p>
        {what} · <span className="text-muted">{by}</span>
      </p>
      {entry.reason ? <p className="break-words text-muted">“{entry.reason}”</p> : null}
    </>
  );
};

const Message = ({ entry }: { entry: Extract<TimelineEntry, { what: 'message' }> }) => {
  const t = useText('bookings');
  const status = known(messageStatuses, entry.status) ?? 'queued';
  const reminder = reminderLabels[entry.label];
  return (
    <details>
      <summary className="cursor-pointer">
        {reminder ? t(`reminder-${reminder}`) : t('message')} ·{' '}
        <span className={status === 'failed' ? 'font-semibold text-danger' : 'text-muted'}>
          {t(`message-${status}`)}
        </span>
      </summary>
      <p className="mt-1 rounded bg-surface-sunken px-3 py-2 break-words whitespace-pre-wrap">
        {plainText(entry.body)}
      </p>
    </details>
  );
};
