import { expect, test } from 'vitest';
import { normaliseReference, referenceAlphabet, referenceFrom, referenceLength } from './reference';

test('a reference has no symbol that is mistaken for another and no vowel', () => {
  for (const symbol of '0O1IL2Z5S8BUVAE') expect(referenceAlphabet).not.toContain(symbol);
  expect(new Set(referenceAlphabet).size).toBe(referenceAlphabet.length);
});

test('the same bytes give the same reference, of the promised length', () => {
  const reference = referenceFrom(new Uint8Array([0, 1, 2, 3, 4, 5]));
  expect(reference).toBe(referenceAlphabet.slice(0, referenceLength));
});

test('bytes that would favour some symbols are skipped', () => {
  expect(referenceFrom(new Uint8Array([255, 254, 253, 252, 251, 250]))).toBeNull();
});

test('a reference is understood however it is typed', () => {
  expect(normaliseReference(' k7m-4 qx ')).toBe('K7M4QX');
});
