import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReadiness } from '../../web/readiness';
import { ChatDesk } from '../../testing/chat-desk';
import { applyMigrations, MigrationRefused } from './apply-migrations';
import { expandBreaches } from './expand';
import { migrationAdvice, migrationState } from './migration-state';

// The version after this one has migrated the database, and this one still runs on it: as in the minute of a roll-out.
let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const pool = () => desk.world.database.pool;

/** What applying a migration of a later version leaves. */
async function migrateFurther(name: string, sql: string): Promise<void> {
  await pool().query(sql);
  await pool().query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, 'later', $1, now(), 1)`,
    [name],
  );
}

/** Something of every way of adding, on the tables that a booking goes through. */
const expand = `
  CREATE TABLE "remark" ("business_id" UUID NOT NULL, "id" UUID NOT NULL, "booking_id" UUID NOT NULL, "text" TEXT NOT NULL,
    CONSTRAINT "remark_pkey" PRIMARY KEY ("business_id", "id"));
  ALTER TABLE "remark" ADD CONSTRAINT "remark_booking" FOREIGN KEY ("business_id", "booking_id")
    REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT;
  ALTER TABLE "booking" ADD COLUMN "colour" TEXT, ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE "booking" ADD CONSTRAINT "booking_rank" CHECK ("rank" >= 0);
  ALTER TABLE "message" ADD COLUMN "tone" TEXT NOT NULL DEFAULT 'plain';
  ALTER TABLE "thread" ADD COLUMN "mood" JSONB;
  ALTER TABLE "occupancy" ADD COLUMN "colour" TEXT;
  ALTER TABLE "inbound_event" ADD COLUMN "lane" INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE "customer" ADD COLUMN "nickname" TEXT;
  CREATE INDEX "booking_colour" ON "booking" ("business_id", "colour");`;

test('on a database that the next version has expanded, this one starts, is ready and books', async () => {
  expect(expandBreaches(expand)).toEqual([]);
  await migrateFurther('29990101000000_expand_remarks', expand);
  const state = await migrationState(pool());
  expect(state).toEqual({ state: 'ahead', migrations: ['29990101000000_expand_remarks'] });
  expect(migrationAdvice(state)).toBeNull();
  expect(await checkReadiness(desk.world)).toMatchObject({ database: 'ok', migrations: 'ok' });
  // An old copy that is asked to migrate has nothing to do.
  expect(await applyMigrations(desk.db.url)).toEqual([]);
  const meena = desk.visitor('Meena');
  await desk.say(meena, 'book a court tomorrow 7 pm');
  await desk.tap(meena, 'Meena');
  await desk.tap(meena, 'Confirm');
  const { rows } = await pool().query(`SELECT status, colour, rank FROM booking`);
  expect(rows).toEqual([{ status: 'confirmed', colour: null, rank: 0 }]);
});

test('one that has contracted it, or says nothing of itself, is refused with the way out', async () => {
  for (const name of ['29990102000000_contract_remarks', '29990103000000_remarks']) {
    await migrateFurther(name, 'SELECT 1');
    const state = await migrationState(pool());
    expect(state.state).toBe('newer-database');
    expect(migrationAdvice(state)).toContain(name);
    expect(migrationAdvice(state)).not.toContain('expand_remarks');
    await expect(applyMigrations(desk.db.url)).rejects.toThrow(MigrationRefused);
    expect((await checkReadiness(desk.world)).migrations).toContain(name);
    await pool().query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name]);
  }
});
