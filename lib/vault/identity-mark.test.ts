import { expect, test } from 'vitest';
import { identityMark } from './identity-mark';

test('a mark is the same for the same person at the same business, and for nobody else', () => {
  const mark = identityMark('secret', 'business', 'wa:919800000001');
  expect(identityMark('secret', 'business', 'wa:919800000001')).toBe(mark);
  const others = [
    identityMark('another secret', 'business', 'wa:919800000001'),
    identityMark('secret', 'another business', 'wa:919800000001'),
    identityMark('secret', 'business', 'wa:919800000002'),
    identityMark('secret', 'business', 'user:919800000001'),
  ];
  expect(new Set([mark, ...others]).size).toBe(5);
});

test('nothing of the number is left in it', () => {
  expect(identityMark('secret', 'business', 'wa:919800000001')).toMatch(/^[\w-]{43}$/);
  expect(identityMark('secret', 'business', 'wa:919800000001')).not.toContain('98000');
});
