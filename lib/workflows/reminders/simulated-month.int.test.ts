import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelBooking } from '../../booking/commands/cancel-booking';
import { claimReminders } from '../../booking/commands/claim-reminders';
import { confirmBooking } from '../../booking/commands/confirm-booking';
import { markNoShow } from '../../booking/commands/mark-no-show';
import { moveBooking } from '../../booking/commands/move-booking';
import { claimDue } from '../../booking/commands/sql/claim-due';
import { findBooking } from '../../booking/queries';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import type { ResourceId } from '../../kernel/ids';
import { scopeOf } from '../../tenancy/scope';
import { bareWorld } from '../../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { readsWhole } from '../../testing/read-plans';
import { seededRandom } from '../../testing/seeded-random';
import type { World } from '../types';
import { sendReminder } from './send-reminder';
import { sendReminders } from './send-reminders';

/** A month in which the clocks go back: on 1 November at 2 o'clock. */
const zone = 'America/New_York';
const quiet = { from: 21 * 60 + 30, to: 7 * 60 };
const firstDay = Temporal.PlainDate.from('2026-10-15');
const days = 30;
const bookingCount = 2_000;
const stepMinutes = 15;
const workers = 3;
const actor = { kind: 'staff' } as const;

const rules = {
  court: [
    { kind: 'before', minutes: 1440 },
    { kind: 'before', minutes: 120 },
  ],
  consultation: [
    { kind: 'before', minutes: 1440 },
    { kind: 'thanks', minutes: 120 },
    { kind: 'follow-up', minutes: 7 * 1440 },
    { kind: 'no-show', minutes: 60 },
  ],
} as const;
type Kind = keyof typeof rules;
type Rule = { kind: 'before' | 'thanks' | 'follow-up' | 'no-show'; minutes: number };

/** One time at which a booking stood, and from when to when. */
type Standing = { startsAt: number; from: number; to: number; missedAt: number | null };
type Plan = {
  id: string;
  customerId: string;
  kind: Kind;
  resourceId: ResourceId;
  startsAt: number;
  bookedAt: number;
  move: { at: number; startsAt: number; resourceId: ResourceId } | null;
  cancelAt: number | null;
  missedAt: number | null;
  refuses: boolean;
  reachable: boolean;
  standings: Standing[];
};

const minute = 60_000;
const random = seededRandom(20_261_126);
const epoch = (date: Temporal.PlainDate, hour: number, minutes = 0): number =>
  date.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(hour, minutes) })
    .epochMilliseconds;
const onStep = (at: number): number => Math.ceil(at / (stepMinutes * minute)) * stepMinutes * minute;

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase(12);
});
afterAll(() => own.drop());

test('a month of 2,000 bookings: every due reminder exactly once, none outside its rules', async () => {
  const began = performance.now();
  const businessId = newId();
  const scope = scopeOf(businessId);
  const { prisma, pool } = own.database;
  const services = { court: newId(), consultation: newId() };
  const resources = Array.from({ length: 14 }, () => newId<ResourceId>());
  await found();
  const plans = await bookEverything();

  const time = { now: epoch(firstDay, 0) };
  const world = bareWorld(own.database, () => new Date(time.now));
  const outages = Array.from({ length: 12 }, () => {
    const from = epoch(firstDay.add({ days: random.below(days) }), 9 + random.below(10));
    return { from, to: from + 45 * minute };
  });
  const isOut = (at: number): boolean => outages.some(({ from, to }) => at >= from && at < to);
  const events = plans.flatMap(eventsOf);
  const byStep = new Map<number, typeof events>();
  for (const event of events) byStep.set(event.at, [...(byStep.get(event.at) ?? []), event]);
  let deaths = 0;
  const end = epoch(firstDay.add({ days: days + 9 }), 0);
  for (; time.now < end; time.now += stepMinutes * minute) {
    // Only where there is something to find: three thousand looks that find nothing prove nothing more.
    if (!isOut(time.now) && (await anyDue(time.now))) {
      if (random.below(12) === 0) deaths += await die(world, time.now);
      await Promise.all(Array.from({ length: workers }, () => sendReminders(world)));
    }
    const due = byStep.get(time.now) ?? [];
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (const event of due.filter((one) => one.lane === lane)) await event.run(time.now);
      }),
    );
  }

  const { rows } = await pool.query<{
    bookingId: string;
    kind: string;
    minutes: number;
    startsAt: Date;
    status: string;
    reason: string | null;
    settledAt: Date | null;
    messages: number;
  }>(
    `SELECT r.booking_id AS "bookingId", r.kind, u.minutes, r.starts_at AS "startsAt", r.status, r.reason,
       r.settled_at AS "settledAt", (SELECT count(*)::int FROM message m
         WHERE m.business_id = r.business_id AND m.effect_id = 'reminder:' || r.id) AS messages
     FROM reminder r JOIN reminder_rule u ON u.business_id = r.business_id AND u.id = r.rule_id
     WHERE r.business_id = $1`,
    [businessId],
  );
  const keyOf = (id: string, kind: string, minutes: number, startsAt: number): string =>
    [id, kind, minutes, startsAt].join(' ');
  const written = new Map(
    rows.map((row) => [keyOf(row.bookingId, row.kind, row.minutes, row.startsAt.getTime()), row]),
  );
  expect(written.size, 'no reminder twice').toBe(rows.length);

  const table = new Map<string, { due: number; sent: number; refused: number; windowClosed: number }>();
  const wrong: unknown[] = [];
  for (const plan of plans)
    for (const standing of plan.standings)
      for (const rule of rules[plan.kind]) {
        const at = expectedAt(rule, standing, isOut);
        const key = keyOf(plan.id, rule.kind, rule.minutes, standing.startsAt);
        const row = written.get(key);
        written.delete(key);
        if (at === null) {
          if (row) wrong.push({ what: 'outside its rules', rule, standing, row });
          continue;
        }
        const name = `${rule.kind} ${String(rule.minutes)} min`;
        const line = table.get(name) ?? { due: 0, sent: 0, refused: 0, windowClosed: 0 };
        table.set(name, line);
        line.due += 1;
        const outcome = plan.refuses ? 'opted-out' : plan.reachable ? null : 'window-closed';
        if (outcome === 'opted-out') line.refused += 1;
        else if (outcome === 'window-closed') line.windowClosed += 1;
        else line.sent += 1;
        const right =
          row?.settledAt?.getTime() === at &&
          row.status === (outcome ? 'not-sent' : 'sent') &&
          row.reason === outcome &&
          row.messages === (outcome ? 0 : 1);
        if (!right) wrong.push({ what: 'not as due', rule, standing, at: new Date(at), row });
      }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect([...written.values()], 'none beside them').toEqual([]);
  const messages = await prisma.message.count({ where: { businessId } });
  const sent = [...table.values()].reduce((sum, line) => sum + line.sent, 0);
  expect(messages).toBe(sent);
  const moved = plans.filter((plan) => plan.standings.length > 1).length;
  const cancelled = plans.filter((plan) => plan.cancelAt !== null).length;
  const missed = plans.filter((plan) => plan.missedAt !== null).length;
  // However much has been sent: the look for what is due reads none of it.
  await pool.query('ANALYZE reminder, booking');
  const look = claimDue({ now: new Date(time.now), until: new Date(time.now), limit: 50 });
  expect(await readsWhole(pool, { text: look.text, values: look.values })).toEqual([]);
  const cells = (...of: (string | number)[]): string =>
    of.map((one, place) => (place === 0 ? String(one).padEnd(22) : String(one).padStart(14))).join('');
  process.stdout.write(
    [
      cells('reminder', 'due', 'sent', 'refused', 'window closed'),
      ...[...table].map(([name, line]) => cells(name, line.due, line.sent, line.refused, line.windowClosed)),
      `${String(bookingCount)} bookings, ${String(moved)} moved, ${String(cancelled)} cancelled, ${String(missed)} missed; ` +
        `${String(workers)} workers, ${String(deaths)} deaths at work, ${String(outages.length)} outages; ` +
        `0 twice, 0 missing, 0 outside the rules; ${(performance.now() - began).toFixed(0)} ms`,
      '',
    ].join('\n'),
  );
  expect(moved).toBeGreaterThan(100);
  expect(deaths).toBeGreaterThan(20);

  async function anyDue(now: number): Promise<boolean> {
    const { rows: due } = await pool.query(
      `SELECT FROM reminder WHERE status = 'planned' AND due_at <= $1 LIMIT 1`,
      [new Date(now)],
    );
    return due.length > 0;
  }

  async function found(): Promise<void> {
    const name = { en: 'Month' };
    await prisma.business.create({
      data: {
        id: businessId,
        slug: businessId,
        name,
        address: name,
        zone,
        quietFromMinute: quiet.from,
        quietToMinute: quiet.to,
      },
    });
    for (const kind of ['court', 'consultation'] as const) {
      await prisma.service.create({
        data: {
          businessId,
          id: services[kind],
          kind,
          name,
          durationMinutes: [60],
          stepMinutes: 60,
          priceBasis: 'hour',
          pricePaise: 40_000,
        },
      });
      await prisma.reminderRule.createMany({
        data: rules[kind].map((rule) => ({ businessId, id: newId(), serviceId: services[kind], ...rule })),
      });
    }
    await prisma.resource.createMany({
      data: resources.map((id) => ({ businessId, id, kind: 'court', name })),
    });
  }

  /** Everything that will be booked, as holds; confirmed when its time comes. */
  async function bookEverything(): Promise<Plan[]> {
    const channelId = newId();
    await prisma.channel.create({
      data: {
        businessId,
        id: channelId,
        provider: 'simulator',
        key: 'month',
        phoneNumberId: '1',
        credentials: '',
      },
    });
    const slots: { at: number; resourceId: ResourceId }[] = [];
    for (let day = 0; day < days; day += 1)
      for (let hour = 6; hour < 23; hour += 1)
        for (const resourceId of resources)
          slots.push({ at: epoch(firstDay.add({ days: day }), hour, random.pick([0, 30])), resourceId });
    // Half hours may touch the next hour of the same court: only every other hour is used.
    const free = slots.filter((_, place) => Math.floor(place / resources.length) % 2 === 0);
    for (let place = free.length - 1; place > 0; place -= 1) {
      const other = random.below(place + 1);
      const [a, b] = [free[place], free[other]];
      if (a && b) [free[place], free[other]] = [b, a];
    }
    const taken = (): { at: number; resourceId: ResourceId } => {
      const slot = free.pop();
      if (!slot) throw new Error('The month is full.');
      return slot;
    };
    const monthBegins = epoch(firstDay, 0);
    const made = Array.from({ length: bookingCount }, (_, place): Plan => {
      const { at: startsAt, resourceId } = taken();
      const leadMinutes = random.pick([20, 100, 180, 700, 1500, 3000, 6000, 9000]) + random.below(120);
      const bookedAt = onStep(Math.max(monthBegins, startsAt - leadMinutes * minute));
      const chance = random.next();
      const between = (from: number, to: number): number => onStep(from + random.next() * (to - from));
      const moves = chance < 0.3 ? taken() : null;
      const moveAt = between(bookedAt, startsAt);
      const move =
        moves && moveAt < startsAt && moves.at > moveAt
          ? { at: moveAt, startsAt: moves.at, resourceId: moves.resourceId }
          : null;
      const last = move?.startsAt ?? startsAt;
      const cancelAt = chance > 0.3 && chance < 0.45 ? between(move?.at ?? bookedAt, last) : null;
      const missedAt =
        cancelAt === null && chance > 0.9
          ? onStep(last + 60 * minute) + random.below(6) * stepMinutes * minute
          : null;
      return {
        id: newId(),
        customerId: newId(),
        kind: place % 8 === 0 ? 'consultation' : 'court',
        resourceId,
        startsAt,
        bookedAt,
        move,
        cancelAt: cancelAt !== null && cancelAt < last ? cancelAt : null,
        missedAt,
        refuses: random.below(20) === 0,
        reachable: random.below(8) !== 0,
        standings: [],
      };
    }).filter((plan) => plan.bookedAt < plan.startsAt);
    const at = new Date(monthBegins);
    await prisma.customer.createMany({
      data: made.map((plan, place) => ({
        businessId,
        id: plan.customerId,
        waId: `1${String(place).padStart(10, '0')}`,
        name: 'Sam',
        language: place % 2 ? 'en' : 'ta',
        refuses: plan.refuses ? ['reminders'] : [],
        createdAt: at,
      })),
    });
    await prisma.thread.createMany({
      data: made.map((plan) => ({
        businessId,
        id: newId(),
        channelId,
        customerId: plan.customerId,
        // Whoever is reachable writes all the time.
        lastInboundAt: plan.reachable ? new Date('2027-06-01') : null,
        createdAt: at,
        updatedAt: at,
      })),
    });
    await prisma.consentRecord.createMany({
      data: made
        .filter((plan) => plan.refuses)
        .map((plan) => ({
          businessId,
          id: newId(),
          customerId: plan.customerId,
          purpose: 'reminders',
          granted: false,
          at,
          source: 'chat',
          words: 'stop',
          language: 'en',
        })),
    });
    const holdUntil = new Date('2027-06-01');
    await prisma.booking.createMany({
      data: made.map((plan, place) => ({
        businessId,
        id: plan.id,
        reference: String(place).padStart(6, '0'),
        serviceId: services[plan.kind],
        resourceId: plan.resourceId,
        customerId: plan.customerId,
        status: 'held',
        startsAt: new Date(plan.startsAt),
        endsAt: new Date(plan.startsAt + 60 * minute),
        pricePaise: 0,
        source: 'chat',
        holdUntil,
        createdAt: at,
        updatedAt: at,
      })),
    });
    await pool.query(
      `INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, hold_until, created_at)
       SELECT business_id, gen_random_uuid(), resource_id, 1, 'hold', tstzrange(starts_at, ends_at, '[)'), true, id,
         hold_until, created_at FROM booking WHERE business_id = $1`,
      [businessId],
    );
    return made;
  }

  type Happening = { at: number; lane: number; run: (now: number) => Promise<void> };

  function eventsOf(plan: Plan, place: number): Happening[] {
    const { id: bookingId, move, cancelAt, missedAt } = plan;
    const lane = place % 4;
    const closes = (now: number, missed: number | null = null): void => {
      const last = plan.standings.at(-1);
      if (last) Object.assign(last, { to: now, missedAt: missed });
    };
    const opens = (startsAt: number, from: number): void => {
      const last = plan.standings.at(-1);
      // To another court at the same time: nothing about when has changed.
      if (last?.startsAt === startsAt) last.to = Infinity;
      else plan.standings.push({ startsAt, from, to: Infinity, missedAt: null });
    };
    const happenings: Happening[] = [
      {
        at: plan.bookedAt,
        lane,
        run: async (now) => {
          const done = await transaction(own.database, (tx) =>
            confirmBooking(tx, scope, { bookingId, actor, now: new Date(now) }),
          );
          expect(done.ok).toBe(true);
          opens(plan.startsAt, now);
        },
      },
    ];
    if (move)
      happenings.push({
        at: move.at,
        lane,
        run: async (now) => {
          const before = await findBooking(prisma, scope, bookingId);
          const done = await transaction(own.database, (tx) =>
            moveBooking(tx, scope, {
              bookingId,
              actor,
              now: new Date(now),
              expectedVersion: before?.version ?? 0,
              candidates: [{ resourceId: move.resourceId, unit: 1, pricePaise: 0, priceLines: [] }],
              startsAt: new Date(move.startsAt),
              endsAt: new Date(move.startsAt + 60 * minute),
              bufferBeforeMinutes: 0,
              bufferAfterMinutes: 0,
              holdUntil: new Date(now + minute),
            }),
          );
          expect(done.ok).toBe(true);
          closes(now);
          opens(move.startsAt, now);
        },
      });
    if (cancelAt !== null)
      happenings.push({
        at: cancelAt,
        lane,
        run: async (now) => {
          const done = await transaction(own.database, (tx) =>
            cancelBooking(tx, scope, { bookingId, actor, now: new Date(now), reason: 'ill' }),
          );
          expect(done.ok).toBe(true);
          closes(now);
        },
      });
    if (missedAt !== null)
      happenings.push({
        at: missedAt,
        lane,
        run: async (now) => {
          const done = await transaction(own.database, (tx) =>
            markNoShow(tx, scope, { bookingId, actor, now: new Date(now) }),
          );
          expect(done.ok).toBe(true);
          closes(now, now);
        },
      });
    return happenings;
  }

  /** Workers that die: one with claims in hand, one in the middle of its transaction with the message written. */
  async function die(of: World, now: number): Promise<number> {
    const claim = { now: new Date(now), until: new Date(now + 2 * minute), limit: 2 };
    const claimed = await claimReminders(prisma, claim);
    const [first] = claimed;
    if (!first) return 0;
    await expect(
      transaction(own.database, async (tx) => {
        await sendReminder(of, tx, first);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    // Their claims lapse; whoever comes after that goes on. The clock stands still here, so it is done for them.
    await pool.query(`UPDATE reminder SET claimed_until = $1 WHERE claimed_until > $1`, [new Date(now)]);
    return claimed.length;
  }
}, 300_000);

/** Reckoned apart from the code under test: when it must have gone out, by the step of the clock; null: never. */
function expectedAt(rule: Rule, standing: Standing, isOut: (at: number) => boolean): number | null {
  const { startsAt, from, to, missedAt } = standing;
  const endsAt = startsAt + 60 * minute;
  const local = (at: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const later = (at: number): number =>
    (rule.minutes % 1440 === 0
      ? local(at).add({ days: rule.minutes / 1440 })
      : local(at).add({ minutes: rule.minutes })
    ).epochMilliseconds;
  const earlier = (at: number): number =>
    (rule.minutes % 1440 === 0
      ? local(at).subtract({ days: rule.minutes / 1440 })
      : local(at).subtract({ minutes: rule.minutes })
    ).epochMilliseconds;
  const isQuiet = (at: number): boolean => {
    const wall = local(at).hour * 60 + local(at).minute;
    return wall >= quiet.from || wall < quiet.to;
  };
  const clock = (at: number, dayOn: number, wall: number): number =>
    local(at)
      .toPlainDate()
      .add({ days: dayOn })
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(wall / 60), minute: wall % 60 } })
      .epochMilliseconds;
  const wakes = (at: number): number =>
    isQuiet(at) ? clock(at, local(at).hour >= 12 ? 1 : 0, quiet.to) : at;
  const evening = (at: number): number => clock(at, local(at).hour >= 12 ? 0 : -1, quiet.from - 15);
  const sentBy = (due: number, until: number): number | null => {
    for (let at = onStep(due); at <= until; at += stepMinutes * minute)
      if (!isOut(at) && !isQuiet(at)) return at;
    return null;
  };
  switch (rule.kind) {
    case 'before': {
      const wanted = earlier(startsAt);
      const due = !isQuiet(wanted)
        ? wanted
        : wakes(wanted) <= startsAt - 60 * minute
          ? wakes(wanted)
          : evening(wanted);
      return due < from + 15 * minute ? null : sentBy(due, to);
    }
    case 'thanks':
    case 'follow-up': {
      const due = wakes(later(endsAt));
      return due <= from ? null : sentBy(due, to);
    }
    case 'no-show':
      return missedAt === null ? null : sentBy(wakes(Math.max(later(endsAt), missedAt + minute)), Infinity);
  }
}
