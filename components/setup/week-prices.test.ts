import { expect, test } from 'vitest';
import { weekPrices } from './week-prices';

const open = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  resourceId: null,
  kind: 'open' as const,
  weekday,
  opensMinute: 360,
  closesMinute: 1320,
}));

test('each open hour has the price of its most exact rule, and closed hours have none', () => {
  const week = weekPrices({
    service: { priceBasis: 'hour', pricePaise: 40_000, durationMinutes: [60] },
    resource: { resourceId: 'court' },
    rules: [
      {
        resourceId: null,
        weekdays: [],
        fromMinute: 1020,
        toMinute: 1320,
        label: { en: 'Evening' },
        pricePaise: 60_000,
      },
      { resourceId: null, weekdays: [6, 7], label: { en: 'Weekend' }, pricePaise: 50_000 },
    ],
    hours: open,
    closures: [
      {
        resourceId: null,
        startsOn: '2026-11-25',
        endsOn: '2026-11-25',
        yearly: false,
        reason: { en: 'Feast' },
      },
    ],
    zone: 'Asia/Kolkata',
    from: '2026-11-23',
  });
  const at = (day: number, hour: number) => week[day]?.cells[hour]?.paise;
  expect(week).toHaveLength(7);
  expect([at(0, 5), at(0, 6), at(0, 18), at(0, 22)]).toEqual([null, 40_000, 60_000, null]);
  expect(at(2, 10)).toBeNull();
  expect(at(5, 10)).toBe(50_000);
});
