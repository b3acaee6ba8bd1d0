'use client';

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay, formatDayShort } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { formatMoneyShort } from '../../lib/i18n/format-number';
import type { Report } from '../../lib/reports/schema';
import { useLanguage, useText } from '../words';

const axis = { fontSize: 12, fill: 'var(--muted)' };

/** Bookings as bars, their value as a line. */
export const DayChart = ({ days }: { days: Report['days'] }) => {
  const t = useText('reports');
  const language = useLanguage();
  return (
    <div className="h-64" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          accessibilityLayer={false}
          data={days}
          margin={{ top: 8, right: 0, bottom: 0, left: -16 }}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            dataKey="date"
            tickFormatter={(date: string) => formatDayShort(language, date)}
            tick={axis}
            tickLine={false}
            axisLine={false}
            minTickGap={24}
          />
          <YAxis yAxisId="bookings" allowDecimals={false} tick={axis} tickLine={false} axisLine={false} />
          <YAxis
            yAxisId="value"
            orientation="right"
            tickFormatter={(paise: number) => formatMoneyShort(paise)}
            tick={axis}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--surface-sunken)' }}
            content={({ active, payload }) => {
              // What recharts hands over is the row itself.
              const day = active ? (payload[0]?.payload as Report['days'][number] | undefined) : undefined;
              return day ? (
                <div className="rounded border border-hairline bg-surface-raised px-3 py-2 text-sm shadow-lg">
                  <p className="font-semibold">{formatDay(language, day.date)}</p>
                  <p>
                    {t('bookings')}: {day.bookings}
                  </p>
                  <p>
                    {t('value')}: {formatMoney(day.valuePaise)}
                  </p>
                </div>
              ) : null;
            }}
          />
          <Bar
            yAxisId="bookings"
            dataKey="bookings"
            fill="var(--accent)"
            radius={[3, 3, 0, 0]}
            maxBarSize={28}
            isAnimationActive={false}
          />
          <Line
            yAxisId="value"
            dataKey="valuePaise"
            stroke="var(--state-payment)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
