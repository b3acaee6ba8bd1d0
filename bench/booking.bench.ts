import type pg from 'pg';
import { confirmBooking } from '../lib/booking/commands/confirm-booking';
import { holdSlot } from '../lib/booking/commands/hold-slot';
import { newId } from '../lib/db/new-id';
import { transaction } from '../lib/db/transaction';
import type { Database } from '../lib/db/client';
import { makeSampleClub, type SampleClub } from '../lib/testing/sample-club';
import { withBenchDatabase } from './bench-database';
import type { BenchRow } from './bench-row';

const connections = 16;
const roundMs = 3_000;
const rounds = 3;
const now = new Date('2026-11-23T04:00:00Z');

/** Every call another hour on another court: no two bookings ever meet. */
function freeHours(club: SampleClub): () => ReturnType<SampleClub['wish']> {
  let count = 0;
  return () => {
    const court = club.courts[count % club.courts.length];
    const startsAt = new Date(now.getTime() + (1 + Math.floor(count / club.courts.length)) * 3_600_000);
    count += 1;
    return club.wish({ startsAt, now, ...(court && { courts: [court] }) });
  };
}

async function perSecond(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < roundMs) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return (done * 1_000) / (performance.now() - start);
}

const actor = { kind: 'customer' } as const;

const holdOnce = (database: Database, club: SampleClub, next: ReturnType<typeof freeHours>) => async () => {
  const held = await transaction(database, (tx) => holdSlot(tx, club.scope, next()));
  if (!held.ok) throw new Error(held.reason);
};

const bookOnce = (database: Database, club: SampleClub, next: ReturnType<typeof freeHours>) => async () => {
  const held = await transaction(database, (tx) => holdSlot(tx, club.scope, next()));
  if (!held.ok) throw new Error(held.reason);
  const { id: bookingId } = held.value;
  const booked = await transaction(database, (tx) =>
    confirmBooking(tx, club.scope, { bookingId, actor, now }),
  );
  if (!booked.ok) throw new Error(booked.reason);
};

const insertOccupancy = `INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id,
  hold_until, created_at) VALUES ($1, $2, $3, 1, 'hold', tstzrange($4, $5, '[)'), true, $6, $7, $8)`;
const insertBooking = `INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, customer_id,
  status, starts_at, ends_at, price_paise, price_lines, source, hold_until, effect_id, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, 1, $6, 'held', $7, $8, 40000, '[]', 'chat', $9, $10, $11, $11)`;
const insertEvent = `INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to")
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

type Bare = {
  client: pg.PoolClient;
  club: SampleClub;
  wish: ReturnType<SampleClub['wish']>;
  bookingId: string;
};

/** The rows that a hold writes, as a bare client would write them. */
async function bareHold({ client, club, wish, bookingId }: Bare): Promise<void> {
  const business = club.scope.businessId;
  const court = wish.candidates[0]?.resourceId;
  const { startsAt, endsAt, holdUntil, effectId } = wish;
  await client.query('BEGIN');
  const reference = bookingId.slice(-12);
  await client.query(insertBooking, [
    ...[business, bookingId, reference, wish.serviceId, court, wish.customerId],
    ...[startsAt, endsAt, holdUntil, effectId, now],
  ]);
  await client.query(insertOccupancy, [
    business,
    newId(),
    court,
    startsAt,
    endsAt,
    bookingId,
    holdUntil,
    now,
  ]);
  const to = { status: 'held', resourceId: court, unit: 1, startsAt, endsAt, holdUntil };
  await client.query(insertEvent, [business, newId(), bookingId, 'held', now, actor, to]);
  await client.query('COMMIT');
}

/** The rows that a confirmation changes and writes. */
async function bareConfirm({ client, club, wish, bookingId }: Bare): Promise<void> {
  const business = club.scope.businessId;
  await client.query('BEGIN');
  await client.query(
    `UPDATE booking SET status = 'confirmed', hold_until = NULL, version = version + 1 WHERE business_id = $1 AND id = $2`,
    [business, bookingId],
  );
  await client.query(
    `UPDATE occupancy SET kind = 'booking', hold_until = NULL WHERE business_id = $1 AND booking_id = $2 AND active`,
    [business, bookingId],
  );
  const to = { status: 'confirmed', startsAt: wish.startsAt, endsAt: wish.endsAt };
  await client.query(insertEvent, [business, newId(), bookingId, 'confirmed', now, actor, to]);
  await client.query('COMMIT');
}

const bareOnce =
  (database: Database, club: SampleClub, next: ReturnType<typeof freeHours>, withConfirm: boolean) =>
  async () => {
    const bare = { club, wish: next(), bookingId: newId() };
    for (const step of withConfirm ? [bareHold, bareConfirm] : [bareHold]) {
      const client = await database.pool.connect();
      await step({ client, ...bare });
      client.release();
    }
  };

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Rounds of the two alternate, so that a busy moment of the machine meets both; the median round counts. */
async function compare(
  ours: () => Promise<void>,
  bare: () => Promise<void>,
): Promise<{ ours: number; bare: number }> {
  const found = { ours: [] as number[], bare: [] as number[] };
  await Promise.all([ours(), bare()]);
  for (let round = 0; round < rounds; round += 1) {
    found.bare.push(await perSecond(bare));
    found.ours.push(await perSecond(ours));
  }
  return { ours: median(found.ours), bare: median(found.bare) };
}

/** Bookings committed per second on 16 connections, none in another's way, against the same rows from bare `pg`. */
export function run(): Promise<BenchRow[]> {
  return withBenchDatabase(connections, async (database) => {
    const rows: BenchRow[] = [];
    for (const withConfirm of [false, true]) {
      const ourClub = await makeSampleClub(database, { courts: 12 });
      const bareClub = await makeSampleClub(database, { courts: 12 });
      const once = withConfirm ? bookOnce : holdOnce;
      const found = await compare(
        once(database, ourClub, freeHours(ourClub)),
        bareOnce(database, bareClub, freeHours(bareClub), withConfirm),
      );
      rows.push({
        what: withConfirm ? 'bookings held and confirmed' : 'bookings committed (hold)',
        value: Math.round(found.ours),
        unit: 'per second',
        comparedWith: `${String(Math.round(found.bare))} per second: the same rows from bare pg`,
        ratio: found.ours / found.bare,
        reach: 'at least 0.5',
      });
    }
    return rows;
  });
}
