'use client';

import { weekdayName } from '../../lib/i18n/format-day';
import { formatShare } from '../../lib/i18n/format-number';
import { formatTime } from '../../lib/i18n/format-time';
import type { Report } from '../../lib/reports/schema';
import { useLanguage, useText } from '../words';
import { Scroll } from './section';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Booked share of the open time by weekday and hour: a table whose cells are shaded, so that it can be read too. */
export const HeatMap = ({ hours }: { hours: Report['hours'] }) => {
  const t = useText('reports');
  const language = useLanguage();
  const cells = new Map(hours.map((one) => [`${String(one.weekday)}:${String(one.hour)}`, one]));
  const open = hours.filter((one) => one.openMinutes > 0 || one.bookedMinutes > 0).map((one) => one.hour);
  const first = Math.min(...open);
  const shown = Array.from({ length: Math.max(...open) - first + 1 }, (_, place) => first + place);
  if (open.length === 0) return null;
  return (
    <Scroll label={t('heat')}>
      <table className="w-full min-w-md border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{t('heatHint')}</caption>
        <thead>
          <tr>
            <td />
            {shown.map((hour) => (
              <th key={hour} scope="col" className="font-normal text-muted">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className="w-px pr-3 text-left font-normal whitespace-nowrap text-muted">
                {weekdayName(language, weekday, 'weekdayNarrow')}
              </th>
              {shown.map((hour) => {
                const cell = cells.get(`${String(weekday)}:${String(hour)}`);
                const where = {
                  weekday: weekdayName(language, weekday),
                  hour: formatTime(language, hour * 60),
                };
                if (!cell || cell.openMinutes === 0)
                  return (
                    <td key={hour} title={t('closedCell', where)} className="h-8 rounded-sm text-center">
                      <span className="sr-only">{t('closedCell', where)}</span>
                    </td>
                  );
                const share = Math.min(1, cell.bookedMinutes / cell.openMinutes);
                return (
                  <td
                    key={hour}
                    title={t('heatCell', { ...where, share: formatShare(share) })}
                    className={`h-8 rounded-sm text-center ${share > 0.55 ? 'text-accent-ink' : 'text-ink'}`}
                    style={{
                      backgroundColor: `color-mix(in oklab, var(--accent) ${String(Math.round(share * 100))}%, var(--surface-sunken))`,
                    }}
                  >
                    {Math.round(share * 100)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
