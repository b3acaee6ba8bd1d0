'use client';

import { periodOf, periods } from '../../lib/booking/desk/schema';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { setParams, type ShownFilters } from './list-address';

/** What is to come, what is over, or both. The order follows, unless another was asked for. */
export const PeriodChoice = ({ filters }: { filters: ShownFilters }) => {
  const t = useText('bookings');
  return (
    <Segmented
      label={t('period')}
      value={periodOf(filters)}
      options={periods.map((value) => ({ value, label: t(value) }))}
      onChange={(period) => {
        setParams({ period, order: null });
      }}
      className="w-full md:w-auto [&>button]:flex-1"
    />
  );
};
