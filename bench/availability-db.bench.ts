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
const samples = 100;
const warmUp = 20;

async function openClub(database: Database): Promise<SampleClub> {
  const club = await makeSampleClub(database, { courts });
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

/**
 * Fills every second hour of the coming month, and then of the past, day by day, until the club has `count` bookings.
 */
async function fill(database: Database, club: SampleClub, count: number): Promise<void> {
  await database.pool.query(
    `WITH place AS (
       SELECT gen_random_uuid() AS id, n, ($3::uuid[])[1 + n % $4] AS court,
         $5::timestamptz + interval '29 days' - (n / ($4 * $6 / 2)) * interval '1 day'
           + (2 * ((n / $4) % ($6 / 2))) * interval '1 hour' AS starts
       FROM generate_series(0, $7::int - 1) AS n
     ), made AS (
       INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, status, starts_at, ends_at,
         price_paise, source, created_at, updated_at)
       SELECT $1, id, n::text, $2, court, 1, 'confirmed', starts, starts + interval '1 hour', 40000, 'demo', starts, starts
       FROM place
     )
     INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, created_at)
     SELECT $1, gen_random_uuid(), court, 1, 'booking', tstzrange(starts, starts + interval '1 hour'), true, id, starts
     FROM place`,
    [club.scope.businessId, club.serviceId, club.courts, courts, now, hoursADay, count],
  );
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Sample = { queries: number; whole: number };

async function sampleOf(database: Database, club: SampleClub): Promise<Sample> {
  const start = performance.now();
  const input = await loadAvailabilityInput(database.prisma, club.scope, {
    ...wish,
    serviceId: club.serviceId,
  });
  const queries = performance.now() - start;
  const days = availability(input);
  if (days.length !== 30 || !days[1]?.slots.length) throw new Error('The club should be half booked.');
  return { queries, whole: performance.now() - start };
}

const settle = (database: Database) => database.pool.query('VACUUM ANALYZE');

/** Half of the stored bookings are this club's own long past, the rest other clubs'. */
async function makeLarge(database: Database): Promise<SampleClub> {
  const club = await openClub(database);
  await fill(database, club, many / 2);
  for (let each = 0; each < 5; each += 1) await fill(database, await openClub(database), many / 10);
  await settle(database);
  return club;
}

async function makeSmall(database: Database): Promise<SampleClub> {
  const club = await openClub(database);
  await fill(database, club, few);
  await settle(database);
  return club;
}

type Subject = { database: Database; club: SampleClub };

/** Samples alternate, so that a busy moment of the machine meets both. */
async function compare(small: Subject, large: Subject): Promise<BenchRow[]> {
  const found = { small: [] as Sample[], large: [] as Sample[] };
  for (let sample = -warmUp; sample < samples; sample += 1) {
    const [before, after] = [
      await sampleOf(small.database, small.club),
      await sampleOf(large.database, large.club),
    ];
    if (sample < 0) continue;
    found.small.push(before);
    found.large.push(after);
  }
  const row = (what: string, of: keyof Sample): BenchRow => {
    const value = median(found.large.map((sample) => sample[of]));
    const before = median(found.small.map((sample) => sample[of]));
    return {
      what,
      value: Number(value.toFixed(2)),
      unit: 'ms (median)',
      comparedWith: `${before.toFixed(2)} ms with 10 thousand stored bookings`,
      ratio: value / before,
      reach: 'within 1.2',
    };
  };
  return [
    row('reading what 30 days × 12 courts depend on, 1 million stored bookings', 'queries'),
    row('the same and working out the free times', 'whole'),
  ];
}

/** Free times of 30 days on 12 courts, half of them taken, with 10 thousand and with a million stored bookings. */
export function run(): Promise<BenchRow[]> {
  return withBenchDatabase(4, (few) =>
    withBenchDatabase(4, async (many) => {
      const small = { database: few, club: await makeSmall(few) };
      return compare(small, { database: many, club: await makeLarge(many) });
    }),
  );
}
