import { hash } from '@node-rs/argon2';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { newId } from '../db/new-id';
import { digestOf, newRecoveryCode, newTotpSecret } from '../vault/one-time-code';
import { signIn, type SignInAttempt } from './sign-in';
import { openSignInLimits, type SignInLimits } from './sign-in-limits';

let db: TestDatabase;
let limits: SignInLimits;
let passwordHash: string;
const now = new Date('2026-11-26T04:00:00Z');
const password = 'right horse battery';

beforeAll(async () => {
  db = await createTestDatabase();
  limits = openSignInLimits(db.database);
  passwordHash = await hash(password);
});
afterAll(() => db.drop());
beforeEach(() => db.database.pool.query('DELETE FROM rate_limit'));

const attempt = (given: Partial<SignInAttempt>) =>
  signIn({ database: db.database, clock: { now: () => now }, unseal: (sealed) => sealed }, limits, {
    email: 'anbu@club.test',
    password,
    code: '',
    address: '203.0.113.9',
    ...given,
  });

async function makeUser(email: string, more: object = {}): Promise<string> {
  const id = newId();
  await db.database.prisma.staffUser.create({ data: { id, email, name: 'Anbu', passwordHash, ...more } });
  return id;
}

test('the right password signs in, however the address is typed', async () => {
  const id = await makeUser('anbu@club.test');
  expect(await attempt({ email: ' Anbu@Club.test ' })).toMatchObject({ ok: true, value: { id } });
});

test('an unknown address and a wrong password are the same answer', async () => {
  await makeUser('known@club.test');
  expect(await attempt({ email: 'nobody@club.test' })).toEqual({ ok: false, reason: 'wrong' });
  expect(await attempt({ email: 'known@club.test', password: 'nope' })).toEqual({
    ok: false,
    reason: 'wrong',
  });
});

test('after eight failures an account waits, even with the right password, and others do not', async () => {
  await makeUser('slow@club.test');
  await makeUser('other@club.test');
  for (let count = 0; count < 8; count += 1)
    expect(await attempt({ email: 'slow@club.test', password: 'nope' })).toMatchObject({ reason: 'wrong' });
  expect(await attempt({ email: 'slow@club.test' })).toMatchObject({ ok: false, reason: 'too-often' });
  expect(await attempt({ email: 'other@club.test' })).toMatchObject({ ok: true });
});

test('one address that tries many accounts waits as well', async () => {
  for (let count = 0; count < 40; count += 1)
    await limits.countFailure(`guess${String(count)}@club.test`, '198.51.100.7');
  await makeUser('calm@club.test');
  const tried = { email: 'calm@club.test', address: '198.51.100.7' };
  expect(await attempt(tried)).toMatchObject({ ok: false, reason: 'too-often' });
  expect(await attempt({ email: 'calm@club.test' })).toMatchObject({ ok: true });
});

test('a second factor is asked for once the password is right, and each code counts once', async () => {
  const secret = newTotpSecret();
  await makeUser('two@club.test', { totpSecret: secret, totpConfirmedAt: now });
  const code = new TOTP({ secret, period: 30 }).generate({ timestamp: now.getTime() });
  expect(await attempt({ email: 'two@club.test' })).toEqual({ ok: false, reason: 'code-wanted' });
  expect(await attempt({ email: 'two@club.test', code: '000000' })).toEqual({
    ok: false,
    reason: 'code-wrong',
  });
  const twice = await Promise.all([1, 2].map(() => attempt({ email: 'two@club.test', code })));
  expect(twice.filter((one) => one.ok)).toHaveLength(1);
});

test('a recovery code stands in for the app, once', async () => {
  const recovery = newRecoveryCode();
  await makeUser('lost@club.test', {
    totpSecret: newTotpSecret(),
    totpConfirmedAt: now,
    recoveryHashes: [digestOf(recovery)],
  });
  expect(await attempt({ email: 'lost@club.test', code: recovery.toUpperCase() })).toMatchObject({
    ok: true,
  });
  expect(await attempt({ email: 'lost@club.test', code: recovery })).toMatchObject({ reason: 'code-wrong' });
});

test('a key that was never confirmed asks for nothing', async () => {
  await makeUser('half@club.test', { totpSecret: newTotpSecret() });
  expect(await attempt({ email: 'half@club.test' })).toMatchObject({ ok: true });
});
