import { expect, test } from 'vitest';
import { seal, unseal } from './seal';

const secret = 'a'.repeat(44);

test('what is sealed opens again, and never twice the same', () => {
  const once = seal('{"accessToken":"x"}', secret);
  expect(unseal(once, secret)).toBe('{"accessToken":"x"}');
  expect(seal('{"accessToken":"x"}', secret)).not.toBe(once);
});

test('another master key is named as the cause', () => {
  expect(() => unseal(seal('x', secret), 'b'.repeat(44))).toThrow(/NERAM_SECRET/);
});

test('an altered value does not open', () => {
  const parts = seal('hello', secret).split('.');
  parts[4] = Buffer.from('jello').toString('base64url');
  expect(() => unseal(parts.join('.'), secret)).toThrow();
});
