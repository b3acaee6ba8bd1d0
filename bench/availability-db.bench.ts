import type { Database } from '../lib/db/client';
import { transaction } from '../lib/db/transaction';
import { addWeeklyHours } from '../lib/catalog/commands/add-weekly-hours';
import { makeSampleClub, type SampleClub } from '../lib/testing/sample-club';
import { loadAvailabilityInput } from '../lib/workflows/load-availability';
import { availability } from '../lib/scheduling/availability';
import { withBenchDatabase } from './bench-database';
import type { BenchRow } from './bench-row';

const courts = 12;
const hoursADay = 16;
const now = new Date('2026-11-23T00:30:00Z');
const wish = { fromDate: '2026-11-23', toDate: '2026-12-22', now };
const few = 10_000;
const many = 1_000_000;
const samples = 60;

async function openClub(database: Database): Promise<SampleClub> {
  const club = await makeSampleClub(database, { courts });
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

/**
 * Fills every second hour of the coming month, and then of the past, day by day, until the club has `count` bookings;
 * past what one club can have had, other clubs like it have the rest.
 */
async function fill(database: Database, club: SampleClub, count: number, from: number): Promise<void> {
  await database.pool.query(
    `WITH place AS (
       SELECT gen_random_uuid() AS id, n, ($3::uuid[])[1 + n % $4] AS court,
         $5::timestamptz + interval '29 days' - (n / ($4 * $6 / 2)) * interval '1 day'
           + (2 * ((n / $4) % ($6 / 2))) * interval '1 hour' AS starts
       FROM generate_series($7::int, $8::int - 1) AS n
     ), made AS (
       INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, status, starts_at, ends_at,
         price_paise, source, created_at, updated_at)
       SELECT $1, id, n::text, $2, court, 1, 'confirmed', starts, starts + interval '1 hour', 40000, 'demo', starts, starts
       FROM place
     )
     INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, created_at)
     SELECT $1, gen_random_uuid(), court, 1, 'booking', tstzrange(starts, starts + interval '1 hour'), true, id, starts
     FROM place`,
    [club.scope.businessId, club.serviceId, club.courts, courts, now, hoursADay, from, count],
  );
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Timing = { queries: number; whole: number };

async function timing(database: Database, club: SampleClub): Promise<Timing> {
  const queries: number[] = [];
  const whole: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const start = performance.now();
    const input = await loadAvailabilityInput(database.prisma, club.scope, {
      ...wish,
      serviceId: club.serviceId,
    });
    const loaded = performance.now();
    const days = availability(input);
    if (days.length !== 30 || !days[1]?.slots.length) throw new Error('The club should be half booked.');
    queries.push(loaded - start);
    whole.push(performance.now() - start);
  }
  return { queries: median(queries), whole: median(whole) };
}

const settle = (database: Database) => database.pool.query('VACUUM ANALYZE');

/**
 * Free times of 30 days on 12 courts, half of them taken, read from the database when it holds 10 thousand bookings
 * and when it holds a million: half a million of this club's own long past, the rest of other clubs.
 */
export function run(): Promise<BenchRow[]> {
  return withBenchDatabase(4, async (database) => {
    const club = await openClub(database);
    await fill(database, club, few, 0);
    await settle(database);
    await timing(database, club);
    const small = await timing(database, club);
    await fill(database, club, many / 2, few);
    for (let each = 0; each < 5; each += 1) await fill(database, await openClub(database), many / 10, 0);
    await settle(database);
    await timing(database, club);
    const large = await timing(database, club);
    const row = (what: string, value: number, before: number): BenchRow => ({
      what,
      value: Number(value.toFixed(2)),
      unit: 'ms (median)',
      comparedWith: `${before.toFixed(2)} ms with 10 thousand stored bookings`,
      ratio: value / before,
      reach: 'within 1.2',
    });
    return [
      row(
        'reading what 30 days × 12 courts depend on, 1 million stored bookings',
        large.queries,
        small.queries,
      ),
      row('the same and working out the free times', large.whole, small.whole),
    ];
  });
}
