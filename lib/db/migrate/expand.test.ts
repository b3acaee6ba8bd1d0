import { describe, expect, test } from 'vitest';
import { expandBreaches, isExpand, isMarked, markedSince } from './expand';
import { readMigrations } from './migration-files';

describe('a migration that says it only expands', () => {
  test.each(readMigrations().filter(({ name }) => isExpand(name)))(
    '$name: an older version runs on it',
    ({ sql }) => {
      expect(expandBreaches(sql)).toEqual([]);
    },
  );

  test('every migration says of itself which it is', () => {
    const names = readMigrations().map(({ name }) => name);
    expect(names.filter((name) => name > markedSince && !isMarked(name))).toEqual([]);
    expect(names.some(isExpand)).toBe(true);
  });

  test.each([
    'CREATE TABLE "note" ("business_id" UUID NOT NULL, "id" UUID NOT NULL, PRIMARY KEY ("business_id", "id"))',
    'ALTER TABLE "booking" ADD COLUMN "colour" TEXT',
    'ALTER TABLE "booking" ADD COLUMN "colour" TEXT NOT NULL DEFAULT \'none\', ADD COLUMN "rank" NUMERIC(4, 2)',
    'CREATE INDEX "booking_colour" ON "booking" ("colour")',
    'ALTER TABLE "booking" ADD COLUMN "x" INT; ALTER TABLE "booking" ADD CONSTRAINT "x_small" CHECK ("x" BETWEEN 1 AND 9)',
    'CREATE TABLE "n" ("id" INT); CREATE UNIQUE INDEX "n_id" ON "n" ("id"); ALTER TABLE "n" ALTER COLUMN "id" SET NOT NULL',
    `ALTER TABLE "booking" ADD COLUMN "note_id" UUID;
     ALTER TABLE "booking" ADD CONSTRAINT "booking_note" FOREIGN KEY ("business_id", "note_id") REFERENCES "note"("business_id", "id")`,
    '-- DROP TABLE booking\nALTER TABLE "booking" ALTER COLUMN "unit" SET DEFAULT 1',
  ])('may do this: %s', (sql) => {
    expect(expandBreaches(sql)).toEqual([]);
  });

  test.each([
    'DROP TABLE "booking"',
    'ALTER TABLE "booking" DROP COLUMN "note"',
    'ALTER TABLE "booking" RENAME COLUMN "note" TO "remark"',
    'ALTER TABLE "booking" ADD COLUMN "colour" TEXT NOT NULL',
    'ALTER TABLE "booking" ALTER COLUMN "note" SET NOT NULL',
    'ALTER TABLE "booking" ALTER COLUMN "note" TYPE INTEGER USING 1',
    'ALTER TABLE "booking" ADD COLUMN "ok" TEXT, DROP COLUMN "note"',
    'ALTER TABLE "booking" ADD CONSTRAINT "has_note" CHECK ("note" IS NOT NULL)',
    'CREATE UNIQUE INDEX "one_note" ON "booking" ("business_id", "note")',
    'UPDATE "booking" SET "note" = NULL',
    'DROP INDEX "booking_hold_until"',
  ])('may not do this: %s', (sql) => {
    expect(expandBreaches(sql)).toHaveLength(1);
  });
});

test.each([
  ['20270101000000_expand_colours', true, true],
  ['20270101000000_contract_colours', false, true],
  ['20270101000000_colours', false, false],
  ['20270101000000_expand_', false, false],
  ['expand_colours', false, false],
])('%s', (name, expands, marked) => {
  expect([isExpand(name), isMarked(name)]).toEqual([expands, marked]);
});
