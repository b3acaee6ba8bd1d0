'use client';

import { formatPhone } from '../format-phone';
import type { AffectedBooking } from '../../lib/catalog/closures/schema';
import { formatDayTitle } from '../../lib/i18n/format-day';
import { formatTimeSpan } from '../../lib/i18n/format-time';
import { inLanguage } from '../../lib/kernel/local-text';
import { toEpochMinute } from '../../lib/kernel/time-range';
import { localDateOf, minuteOfDay } from '../../lib/scheduling/zone';
import { useStaff } from '../frame/staff-context';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useSetup } from './use-setup';
import type { Result } from './use-settle';

type Props = {
  bookings: readonly AffectedBooking[];
  choices: Record<string, string>;
  onChoose: (choices: Record<string, string>) => void;
  results: Record<string, Result>;
  locked: boolean;
};

const acts = ['keep', 'offer', 'move', 'cancel'] as const;

/** Who is booked, what is to be done about each, and then what came of it. */
export const AffectedList = ({ bookings, choices, onChoose, results, locked }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const { zone } = useStaff();
  const { resources } = useSetup();
  const today = localDateOf(toEpochMinute(new Date()), zone);
  const nameOf = (id: string | null): string => {
    const resource = resources.find((one) => one.id === id);
    return resource ? inLanguage(resource.name, language) : '';
  };
  const finished = bookings.filter(({ id }) => results[id] && results[id] !== 'working').length;
  const options = acts.map((act) => (
    <option key={act} value={act}>
      {t(`act_${act}`)}
    </option>
  ));
  const wordsOf = (result: Result): string => {
    if (typeof result === 'string') return t(`result_${result}`);
    const done = t(`done_${result.done}`, { resource: nameOf(result.resourceId) });
    const told = result.told && result.told !== 'message' ? ` ${t(`untold_${result.told}`)}` : '';
    return done + told;
  };
  return (
    <>
      {locked ? (
        <div className="mb-3">
          <progress
            className="h-2 w-full accent-(--accent)"
            max={bookings.length}
            value={finished}
            aria-label={t('settleProgress', { done: finished, all: bookings.length })}
          />
          <p className="text-sm text-muted" aria-live="polite">
            {t('settleProgress', { done: finished, all: bookings.length })}
          </p>
        </div>
      ) : (
        <SelectField
          label={t('forAll')}
          className="mb-3"
          value={
            new Set(bookings.map(({ id }) => choices[id] ?? 'keep')).size === 1
              ? (choices[bookings[0]?.id ?? ''] ?? 'keep')
              : ''
          }
          onChange={(event) => {
            onChoose(Object.fromEntries(bookings.map(({ id }) => [id, event.target.value])));
          }}
        >
          <option value="" disabled hidden>
            {t('different')}
          </option>
          {options}
        </SelectField>
      )}
      <ul className="divide-y divide-hairline">
        {bookings.map((booking) => {
          const start = toEpochMinute(new Date(booking.startsAt));
          const from = minuteOfDay(start, zone);
          const result = results[booking.id];
          return (
            <li key={booking.id} className="py-3">
              <p className="text-sm font-semibold">
                {booking.who ?? t('noName')}
                {booking.phone ? (
                  <span className="font-normal text-muted"> · {formatPhone(booking.phone)}</span>
                ) : null}
              </p>
              <p className="text-sm text-muted">
                {formatDayTitle(language, localDateOf(start, zone), today)} ·{' '}
                {formatTimeSpan(language, from, from + booking.durationMinutes)} ·{' '}
                {nameOf(booking.resourceId)}
              </p>
              {result ? (
                <p className="mt-1 text-sm">{wordsOf(result)}</p>
              ) : locked ? null : (
                <SelectField
                  label={
                    <span className="sr-only">{t('actFor', { name: booking.who ?? booking.reference })}</span>
                  }
                  value={choices[booking.id] ?? 'keep'}
                  onChange={(event) => {
                    onChoose({ ...choices, [booking.id]: event.target.value });
                  }}
                >
                  {options}
                </SelectField>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
