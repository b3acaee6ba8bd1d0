import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { addOwner } from './add-owner';
import { resetPassword } from './reset-password';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(2);
});
afterAll(() => db.drop());

const world = () => ({ database: db.database, clock: { now: () => new Date('2026-11-26T04:00:00Z') } });

test('the first owner chooses a password by a link, and an e-mail is given once', async () => {
  const person = { email: ' Kumar@Club.test', name: 'குமார்', language: 'ta' } as const;
  const secret = await addOwner(world(), person);
  expect(secret).toMatch(/^[\w-]{20,}$/);
  expect(await addOwner(world(), { ...person, email: 'kumar@club.test' })).toBeNull();
  expect(await resetPassword(world(), { token: secret ?? '', password: 'a long one of mine' })).toMatchObject(
    {
      ok: true,
    },
  );
  expect(await resetPassword(world(), { token: secret ?? '', password: 'another long one' })).toMatchObject({
    reason: 'link-used',
  });
});
