'use client';

import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import type { SettlementDays } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Empty } from '../ui/empty';
import { useLanguage, useText } from '../words';

/** What the gateway and the books say of each day. */
export const DaysTable = () => {
  const t = useText('payments');
  const language = useLanguage();
  const { business } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.money('days'),
    queryFn: ({ signal }) => api<SettlementDays>(business, 'get', 'payments/days', { signal }),
  });
  if (!data) return null;
  if (data.days.length === 0) return <Empty title={t('noDays')} hint={t('noDaysHint')} />;
  const cell = 'px-3 py-2 text-right tabular-nums whitespace-nowrap';
  return (
    <div className="overflow-x-auto px-4 md:px-6" tabIndex={0} role="region" aria-label={t('daysLead')}>
      <p className="pb-3 text-sm text-muted">{t('daysLead')}</p>
      <table className="w-full text-sm">
        <thead className="text-xs text-muted">
          <tr className="border-b border-hairline">
            <th className="py-2 pr-3 text-left font-semibold">{t('day')}</th>
            <th className={`${cell} font-semibold`}>{t('ours')}</th>
            <th className={`${cell} font-semibold`}>{t('theirs')}</th>
            <th className={`${cell} font-semibold`}>{t('back')}</th>
            <th className={`${cell} font-semibold`}>{t('fees')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {data.days.map((day) => {
            const agrees = day.ourPaise === day.theirPaise && day.ourCount === day.theirCount;
            return (
              <tr key={day.onDate} className={agrees ? '' : 'text-danger'}>
                <th scope="row" className="py-2 pr-3 text-left font-normal whitespace-nowrap">
                  {formatDay(language, day.onDate)}
                </th>
                <td className={cell}>
                  {formatMoney(day.ourPaise)} <span className="text-xs">({day.ourCount})</span>
                </td>
                <td className={cell}>
                  {formatMoney(day.theirPaise)} <span className="text-xs">({day.theirCount})</span>
                </td>
                <td className={cell}>{formatMoney(day.refundedPaise)}</td>
                <td className={cell}>{formatMoney(day.feePaise)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
