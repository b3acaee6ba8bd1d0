'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDay, formatDayShort } from '../../lib/i18n/format-day';
import { formatMilliPaise } from '../../lib/i18n/format-money';
import { formatMoneyShort } from '../../lib/i18n/format-number';
import type { CostReport } from '../../lib/costs/schema';
import { addDays } from '../../lib/scheduling/zone';
import { useLanguage } from '../words';
import { categoriesIn, categoryColours } from './category';
import { categoryOf, useCategoryName, type Category } from './use-category-name';

type Row = { date: string } & Partial<Record<Category, number>>;

/** Every day of the month, those without a message too. */
function rowsOf(month: string, days: CostReport['days']): Row[] {
  const rows: Row[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const row: Row = { date };
    for (const day of days.filter((one) => one.date === date)) {
      const category = categoryOf(day.category);
      row[category] = (row[category] ?? 0) + day.milliPaise;
    }
    rows.push(row);
  }
  return rows;
}

const axis = { fontSize: 12, fill: 'var(--muted)' };

/** What messages cost on each day, by category. */
export const CostChart = ({ month, days }: { month: string; days: CostReport['days'] }) => {
  const language = useLanguage();
  const nameOf = useCategoryName();
  const shown = categoriesIn(days);
  return (
    <div className="h-56" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          accessibilityLayer={false}
          data={rowsOf(month, days)}
          margin={{ top: 8, right: 0, bottom: 0, left: -8 }}
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
          <YAxis
            tickFormatter={(milliPaise: number) =>
              milliPaise < 1_000_000 ? formatMilliPaise(milliPaise) : formatMoneyShort(milliPaise / 1000)
            }
            tick={axis}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--surface-sunken)' }}
            content={({ active, payload }) => {
              // What recharts hands over is the row itself.
              const row = active ? (payload[0]?.payload as Row | undefined) : undefined;
              return row ? (
                <div className="rounded border border-hairline bg-surface-raised px-3 py-2 text-sm shadow-lg">
                  <p className="font-semibold">{formatDay(language, row.date)}</p>
                  {shown
                    .filter((one) => row[one])
                    .map((one) => (
                      <p key={one}>
                        {nameOf(one)}: {formatMilliPaise(row[one] ?? 0)}
                      </p>
                    ))}
                </div>
              ) : null;
            }}
          />
          {shown.map((one) => (
            <Bar
              key={one}
              dataKey={one}
              stackId="cost"
              fill={categoryColours[one]}
              maxBarSize={28}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
