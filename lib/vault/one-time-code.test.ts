import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { checkTotp, digestOf, newRecoveryCode, newTotpSecret, totpAddress } from './one-time-code';

const now = new Date('2026-11-26T04:00:10Z');
const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret, period: 30 }).generate({ timestamp: at.getTime() });

test('a code counts in its own step and the ones beside it, and only once', () => {
  const secret = newTotpSecret();
  const step = checkTotp(secret, codeAt(secret, now), { now, lastStep: null });
  expect(step).toBe(Math.floor(now.getTime() / 30_000));
  expect(checkTotp(secret, codeAt(secret, now), { now, lastStep: step })).toBeNull();
  const early = new Date(now.getTime() - 30_000);
  expect(checkTotp(secret, codeAt(secret, early), { now, lastStep: null })).toBe((step ?? 0) - 1);
  const old = new Date(now.getTime() - 90_000);
  expect(checkTotp(secret, codeAt(secret, old), { now, lastStep: null })).toBeNull();
  expect(checkTotp(secret, 'abc', { now, lastStep: null })).toBeNull();
});

test('an authenticator app is told issuer and account', () => {
  expect(totpAddress(newTotpSecret(), 'owner@demo.test')).toMatch(/^otpauth:\/\/totp\/Neram:owner/);
});

test('recovery codes are readable, and known again however they are typed', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
  expect(digestOf(` ${code.toUpperCase()} `)).toBe(digestOf(code));
});
