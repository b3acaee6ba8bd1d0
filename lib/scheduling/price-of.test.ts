import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availability } from './availability';
import { clock, club, moment } from './club.fixture';
import { priceOf } from './price-of';
import type { Price, PriceRule } from './types';
import { minuteOfDay } from './zone';

const rule = (name: string, rupees: number, change: Partial<PriceRule> = {}): PriceRule => ({
  resourceId: null,
  weekdays: [],
  label: { en: name },
  pricePaise: rupees * 100,
  ...change,
});
const evening = rule('Evening', 600, { fromMinute: clock('18:00'), toMinute: clock('22:00') });
const weekend = rule('Weekend', 500, { weekdays: [6, 7] });

const { service } = club();
const price = (
  priceRules: PriceRule[],
  time: string,
  durationMinutes = 60,
  change: { date?: string; basis?: 'hour' | 'visit'; own?: number } = {},
): Price =>
  priceOf({
    service: { ...service, priceBasis: change.basis ?? 'hour' },
    resource: { resourceId: 'court-1', ...(change.own !== undefined && { pricePaise: change.own }) },
    priceRules,
    zone: 'Asia/Kolkata',
    start: moment(change.date ?? '2026-11-28', time),
    durationMinutes,
  });
const rupees = (...args: Parameters<typeof price>): number => price(...args).paise / 100;

describe('which price stands', () => {
  test('without a rule it is the price of the service, or the own price of the resource', () => {
    expect(price([], '10:00')).toEqual({
      paise: 40_000,
      lines: [{ label: null, minutes: 60, paise: 40_000 }],
    });
    expect(rupees([], '10:00', 60, { own: 45_000 })).toBe(450);
  });

  test('hours are more specific than weekdays, a resource than hours, and a period than a resource', () => {
    const court = rule('Centre court', 700, { resourceId: 'court-1' });
    const festival = rule('Pongal', 300, { validFrom: '2026-11-27', validTo: '2026-11-29' });
    expect(rupees([weekend, evening], '18:00')).toBe(600);
    expect(rupees([weekend, evening, court], '18:00')).toBe(700);
    expect(rupees([weekend, evening, court, festival], '18:00')).toBe(300);
    expect(rupees([weekend], '18:00')).toBe(500);
    expect(rupees([weekend, evening], '18:00', 60, { date: '2026-11-27' })).toBe(600);
    expect(rupees([weekend], '10:00', 60, { date: '2026-11-27' })).toBe(400);
  });

  test('of two rules of one kind the narrower wins, and of two equal ones the cheaper', () => {
    const late = rule('Late', 350, { fromMinute: clock('21:00'), toMinute: clock('22:00') });
    const sunday = rule('Saturday', 550, { weekdays: [6] });
    expect(rupees([evening, late], '21:00')).toBe(350);
    expect(rupees([weekend, sunday], '10:00')).toBe(550);
    expect(rupees([weekend, { ...weekend, pricePaise: 48_000 }], '10:00')).toBe(480);
  });

  test('a new standing price takes over from its first day without beating hours', () => {
    const before = rule('Old', 410, { validTo: '2026-11-27' });
    const after = rule('New', 420, { validFrom: '2026-11-28' });
    const everyDay = rule('Every day', 405);
    expect(rupees([before, after, everyDay], '10:00')).toBe(420);
    expect(rupees([before, after, evening], '18:00')).toBe(600);
  });

  test('a rule for another court does not matter', () => {
    expect(rupees([rule('Other', 1, { resourceId: 'court-2' })], '10:00')).toBe(400);
  });

  test('a rule past midnight belongs to the day on which it begins', () => {
    const night = rule('Friday night', 250, {
      weekdays: [5],
      fromMinute: clock('22:00'),
      toMinute: clock('26:00'),
    });
    expect(rupees([night], '01:00')).toBe(250);
    expect(rupees([night], '02:00')).toBe(400);
    expect(rupees([night], '01:00', 60, { date: '2026-11-27' })).toBe(400);
    expect(rupees([night], '23:30', 60, { date: '2026-11-27' })).toBe(250);
  });
});

describe('a slot through two prices', () => {
  test('each minute costs what its own rule says, with a line for each price', () => {
    expect(price([evening], '17:30', 90)).toEqual({
      paise: 80_000,
      lines: [
        { label: null, minutes: 30, paise: 20_000 },
        { label: { en: 'Evening' }, minutes: 60, paise: 60_000 },
      ],
    });
  });

  test('the total is rounded to the rupee, half up, and the lines add up to it', () => {
    const odd = rule('Odd', 433, { fromMinute: clock('18:00') });
    const mixed = price([odd], '17:50', 25);
    expect(mixed.paise).toBe(17_500); // 10 × 400/60 + 15 × 433/60 = 174.916…
    expect(mixed.lines.map(({ paise }) => paise)).toEqual([6_700, 10_800]);
    expect(rupees([rule('Half', 401)], '10:00', 30)).toBe(201);
  });

  test('a slot over midnight is priced by both days', () => {
    expect(rupees([rule('Sunday', 600, { weekdays: [7] })], '23:30', 60)).toBe(500);
  });

  test('by the visit the start decides, and the price stays as written', () => {
    const visit = { basis: 'visit' as const };
    expect(price([evening], '17:50', 20, visit).paise).toBe(40_000);
    expect(price([evening], '18:00', 20, visit).lines).toEqual([
      { label: { en: 'Evening' }, minutes: 20, paise: 60_000 },
    ]);
    expect(price([], '10:00', 20, { ...visit, own: 9_950 }).paise).toBe(9_950);
  });
});

const anyRule = fc
  .record({
    resourceId: fc.constantFrom(null, null, 'court-1', 'court-2'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))),
    period: fc.option(
      fc.constantFrom(
        { validFrom: '2026-11-27', validTo: '2026-11-28' },
        { validFrom: '2026-11-29', validTo: '2026-12-01' },
      ),
    ),
    pricePaise: fc.integer({ min: 0, max: 200_000 }),
  })
  .map(({ resourceId, weekdays, hours, period, pricePaise }): PriceRule => {
    return {
      resourceId,
      weekdays,
      label: {},
      pricePaise,
      ...(hours && { fromMinute: hours[0], toMinute: hours[0] + hours[1] }),
      ...period,
    };
  });

describe('for any rules', () => {
  test('availability offers each slot at the price that priceOf gives', () => {
    const bases = fc.constantFrom('hour' as const, 'visit' as const);
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), bases, (priceRules, priceBasis) => {
        const input = club({
          service: { ...service, priceBasis },
          priceRules,
          toDate: '2026-11-29',
          durationMinutes: 90,
        });
        for (const { start, free } of availability(input).flatMap(({ slots }) => slots)) {
          const [offered] = free;
          const resource = { resourceId: 'court-1' };
          const wanted = priceOf({
            service: input.service,
            resource,
            priceRules,
            zone: input.zone,
            start,
            durationMinutes: 90,
          });
          expect(offered?.pricePaise).toBe(wanted.paise);
          expect(wanted.lines.reduce((sum, { paise }) => sum + paise, 0)).toBe(wanted.paise);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('an hour is the sum of its minutes and does not depend on the order of rules', () => {
    const start = moment('2026-11-28', '17:20');
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 6 }),
        fc.integer({ min: 1, max: 900 }),
        (priceRules, length) => {
          const ask = (rules: PriceRule[], from: number, minutes: number, priceBasis: 'hour' | 'visit') =>
            priceOf({
              service: { ...service, priceBasis },
              resource: { resourceId: 'court-1' },
              priceRules: rules,
              zone: 'Asia/Kolkata',
              start: from,
              durationMinutes: minutes,
            });
          let paiseMinutes = 0;
          for (let i = 0; i < length; i += 1) paiseMinutes += ask(priceRules, start + i, 1, 'visit').paise;
          const hour = ask(priceRules, start, length, 'hour');
          expect(hour.paise).toBe(Math.round(paiseMinutes / 6000) * 100);
          expect(ask([...priceRules].reverse(), start, length, 'hour')).toEqual(hour);
        },
      ),
      { numRuns: 25 },
    );
    expect(minuteOfDay(start, 'Asia/Kolkata')).toBe(clock('17:20'));
  });
});
