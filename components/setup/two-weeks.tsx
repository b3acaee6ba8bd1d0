'use client';

import { formatDay } from '../../lib/i18n/format-day';
import { formatTimeSpan } from '../../lib/i18n/format-time';
import { inLanguage } from '../../lib/kernel/local-text';
import { toEpochMinute } from '../../lib/kernel/time-range';
import { openOn, type OpenOnRange } from '../../lib/scheduling/open-on';
import type { WeeklyHours } from '../../lib/scheduling/types';
import { addDays, localDateOf } from '../../lib/scheduling/zone';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { useSetup } from './use-setup';
import type { Range } from './week-model';

const minutesOf = (ranges: readonly OpenOnRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** The next fourteen days as they will be with the hours in the form, closures taken out. */
export const TwoWeeks = ({ resourceId, hours }: { resourceId: string | null; hours: readonly Range[] }) => {
  const t = useText('setup');
  const language = useLanguage();
  const { zone } = useStaff();
  const { timetables, closures } = useSetup();
  const others = timetables.filter((one) => one.resourceId !== resourceId).flatMap((one) => one.hours);
  const all: WeeklyHours[] = [...others, ...hours.map((one) => ({ ...one, resourceId }))];
  const today = localDateOf(toEpochMinute(new Date()), zone);
  // Nobody's own id: whoever has no hours of their own keeps the business's.
  const ids = [resourceId ?? ''];
  return (
    <section className="mt-8 max-w-3xl">
      <h2 className="text-base font-semibold">{t('twoWeeks')}</h2>
      <p className="text-sm text-muted">{t('twoWeeksHint')}</p>
      <ul className="mt-2 divide-y divide-hairline" suppressHydrationWarning>
        {Array.from({ length: 14 }, (_, index) => addDays(today, index)).map((date) => {
          const open = openOn({ hours: all, closures }, ids, date);
          const usual = minutesOf(openOn({ hours: all, closures: [] }, ids, date));
          const closure = closures.find(
            (one) => minutesOf(openOn({ hours: all, closures: [one] }, ids, date)) < usual,
          );
          return (
            <li key={date} className="flex flex-wrap justify-between gap-x-4 py-2 text-sm">
              <span className="first-letter:uppercase">{formatDay(language, date, today)}</span>
              <span className={open.length === 0 ? 'text-muted' : ''}>
                {[
                  open.length === 0
                    ? t('closedDay')
                    : open.map(({ from, to }) => formatTimeSpan(language, from, to)).join(', '),
                  ...(closure ? [inLanguage(closure.reason, language)] : []),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
