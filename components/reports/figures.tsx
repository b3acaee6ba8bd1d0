'use client';

import { formatDayShort } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { formatChange, formatCount, formatShare } from '../../lib/i18n/format-number';
import type { Report } from '../../lib/reports/schema';
import { useLanguage, useText } from '../words';

type Figure = { name: string; hint?: string; value: string; now: number; then: number };

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures an owner looks at first, each with what became of it since the span before. */
export const FigureRow = ({ report }: { report: Report }) => {
  const t = useText('reports');
  const language = useLanguage();
  const { totals, before } = report;
  const occupancy = share(totals.bookedMinutes, report.openMinutes);
  const lead = (minutes: number | null): string => {
    if (minutes === null) return '–';
    const hours = Math.round(minutes / 60);
    return hours < 48 ? t('hours', { count: hours }) : t('days', { count: Math.round(hours / 24) });
  };
  const figures: Figure[] = [
    {
      name: t('bookings'),
      value: formatCount(totals.bookings),
      now: totals.bookings,
      then: before.totals.bookings,
    },
    {
      name: t('value'),
      hint: t('valueHint'),
      value: formatMoney(totals.valuePaise),
      now: totals.valuePaise,
      then: before.totals.valuePaise,
    },
    {
      name: t('occupancy'),
      hint: t('occupancyHint'),
      value: formatShare(occupancy),
      now: occupancy,
      then: share(before.totals.bookedMinutes, before.openMinutes),
    },
    {
      name: t('cancelled'),
      value: formatCount(totals.cancelled),
      now: totals.cancelled,
      then: before.totals.cancelled,
    },
    {
      name: t('noShows'),
      value: formatCount(totals.noShows),
      now: totals.noShows,
      then: before.totals.noShows,
    },
    {
      name: t('lead'),
      hint: t('leadHint'),
      value: lead(totals.leadMinutes),
      now: totals.leadMinutes ?? 0,
      then: before.totals.leadMinutes ?? 0,
    },
    {
      name: t('customersCount'),
      value: formatCount(totals.customers),
      now: totals.customers,
      then: before.totals.customers,
    },
  ];
  const span = { from: formatDayShort(language, before.from), to: formatDayShort(language, before.to) };
  const compared = before.totals.bookings + before.totals.cancelled > 0;
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-7">
        {figures.map(({ name, hint, value, now, then }) => (
          <div key={name} className="flex min-w-0 flex-col" title={hint}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="text-lg font-semibold">{value}</dd>
            {compared ? <dd className="text-xs text-muted">{formatChange(then, now) ?? '–'}</dd> : null}
          </div>
        ))}
      </dl>
      <p className="text-xs text-muted">{compared ? t('versus', span) : t('nothingBefore', span)}</p>
    </div>
  );
};
