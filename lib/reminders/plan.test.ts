import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteOfDay, toEpochMinuteOf } from '../scheduling/zone';
import { planOf } from './plan';
import { silenceAt } from './quiet-hours';
import { quietHoursSchema, reminderKinds, reminderSpan } from './schema';
import type { QuietHours, RemindedBooking, ReminderRule } from './types';

const india = 'Asia/Kolkata';
const quiet: QuietHours = { from: 21 * 60 + 30, to: 7 * 60 };
const before = (...minutes: number[]): ReminderRule[] =>
  minutes.map((lead) => ({ id: `b${String(lead)}`, kind: 'before', minutes: lead }));

const at = (date: string, time: string, zone = india): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return toEpochMinuteOf(date, hour * 60 + minute, zone);
};

const booking = (startsAt: number, status: RemindedBooking['status'] = 'confirmed'): RemindedBooking => ({
  status,
  startsAt,
  endsAt: startsAt + 60,
});

/** What is planned anew, as `rule due`. */
const planned = (
  of: RemindedBooking,
  rules: ReminderRule[],
  now: number,
  options: { quiet?: QuietHours | null; zone?: string } = {},
): [string, number][] =>
  planOf({ booking: of, rules, quiet: options.quiet ?? null, zone: options.zone ?? india, now })
    .filter((one) => one.fresh)
    .map((one) => [one.ruleId, one.dueAt]);

describe('before the start', () => {
  const start = at('2026-12-05', '18:00');

  it('a booking made in good time is reminded a day and two hours before', () => {
    expect(planned(booking(start), before(1440, 120), at('2026-12-01', '10:00'))).toEqual([
      ['b1440', at('2026-12-04', '18:00')],
      ['b120', at('2026-12-05', '16:00')],
    ]);
  });

  it('one made three hours before is reminded two hours before, one made half an hour before not at all', () => {
    expect(planned(booking(start), before(1440, 120), start - 180)).toEqual([['b120', start - 120]]);
    expect(planned(booking(start), before(1440, 120), start - 30)).toEqual([]);
  });

  it('nobody is reminded within a quarter of an hour of booking', () => {
    expect(planned(booking(start), before(120), start - 134)).toEqual([]);
    expect(planned(booking(start), before(120), start - 135)).toEqual([['b120', start - 120]]);
  });

  it('only what stands and has not begun is reminded of', () => {
    for (const status of ['held', 'expired', 'cancelled', 'no-show', 'checked-in', 'completed'] as const)
      expect(planned(booking(start, status), before(1440), start - 5000)).toEqual([]);
  });

  it('a reminder due in the quiet hours comes when they end, if an hour is left, otherwise before they begin', () => {
    const eight = at('2026-12-05', '08:00');
    const early = at('2026-12-05', '06:30');
    const now = at('2026-12-01', '10:00');
    expect(planned(booking(eight), before(120), now, { quiet })).toEqual([
      ['b120', at('2026-12-05', '07:00')],
    ]);
    expect(planned(booking(early), before(120), now, { quiet })).toEqual([
      ['b120', at('2026-12-04', '21:15')],
    ]);
  });

  it('two that the quiet hours push to one moment are one, and the shorter lead stays', () => {
    const early = at('2026-12-05', '06:30');
    expect(planned(booking(early), before(120, 240, 1440), at('2026-12-01', '10:00'), { quiet })).toEqual([
      ['b1440', at('2026-12-04', '07:00')],
      ['b120', at('2026-12-04', '21:15')],
    ]);
  });

  it('a day before is the same hour where the clocks change in between', () => {
    const zone = 'America/New_York';
    const rules = before(1440);
    expect(planned(booking(at('2026-03-08', '18:00', zone)), rules, 0, { zone })).toEqual([
      ['b1440', at('2026-03-07', '18:00', zone)],
    ]);
    expect(planned(booking(at('2026-11-01', '18:00', zone)), rules, 0, { zone })).toEqual([
      ['b1440', at('2026-10-31', '18:00', zone)],
    ]);
  });
});

describe('after a visit', () => {
  const start = at('2026-12-05', '18:00');
  const rules: ReminderRule[] = [
    { id: 'thanks', kind: 'thanks', minutes: 120 },
    { id: 'follow', kind: 'follow-up', minutes: 7 * 1440 },
    { id: 'missed', kind: 'no-show', minutes: 60 },
  ];

  it('who is not marked absent is thanked and followed up, in waking hours', () => {
    expect(planned(booking(start), rules, start - 5000)).toEqual([
      ['thanks', at('2026-12-05', '21:00')],
      ['follow', at('2026-12-12', '19:00')],
    ]);
    expect(planned(booking(at('2026-12-05', '20:00')), rules, start - 5000, { quiet })[0]).toEqual([
      'thanks',
      at('2026-12-06', '07:00'),
    ]);
  });

  it('who did not come is asked whether they want another time, and not thanked', () => {
    expect(planned(booking(start, 'no-show'), rules, start + 90)).toEqual([['missed', start + 120]]);
    expect(planned(booking(start, 'no-show'), rules, start + 300)).toEqual([['missed', start + 301]]);
    expect(planned(booking(start, 'no-show'), rules, start + 4 * 1440)).toEqual([]);
  });
});

const zones = [india, 'America/New_York', 'Europe/London', 'Australia/Lord_Howe'];
const rule = fc.constantFrom(...reminderKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    minutes: fc.oneof(
      fc.integer({ min: reminderSpan[kind].least, max: reminderSpan[kind].most }),
      fc.integer({ min: 1, max: 3 }).map((days) => Math.min(days * 1440, reminderSpan[kind].most)),
    ),
  }),
);
const silences = fc.option(
  fc
    .record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1439 }) })
    .filter((one) => quietHoursSchema.safeParse(one).success),
);
const epoch = at('2026-10-20', '00:00');

it('any rules, quiet hours and zone: never after the start, never in the silence, each rule at most once', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(rule, { maxLength: 8, selector: ({ kind, minutes }) => `${kind}${String(minutes)}` }),
      silences,
      fc.constantFrom(...zones),
      // Over both changes of the clocks of the year.
      fc.integer({ min: 0, max: 200 * 1440 }),
      fc.integer({ min: 0, max: 20 * 1440 }),
      fc.constantFrom('held', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled', 'expired'),
      (rules, silence, zone, offset, lead, status) => {
        const startsAt = epoch + offset;
        const now = startsAt - lead;
        const plan = planOf({
          booking: { status, startsAt, endsAt: startsAt + 60 },
          rules: rules.map((one, place) => ({ ...one, id: String(place) })),
          quiet: silence,
          zone,
          now,
        });
        expect(new Set(plan.map((one) => one.ruleId)).size).toBe(plan.length);
        if (status === 'cancelled' || status === 'held' || status === 'expired') expect(plan).toEqual([]);
        for (const one of plan) {
          expect(one.dueAt).toBeLessThan(one.expiresAt);
          expect(
            silenceAt(one.dueAt, silence, zone),
            `${String(minuteOfDay(one.dueAt, zone))} ${zone}`,
          ).toBeNull();
          if (one.kind === 'before') expect(one.expiresAt).toBe(startsAt);
          else expect(one.dueAt).toBeGreaterThan(startsAt);
          if (one.fresh) expect(one.dueAt).toBeGreaterThan(now);
        }
      },
    ),
    { numRuns: 400 },
  );
});
