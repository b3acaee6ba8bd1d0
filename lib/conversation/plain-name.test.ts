import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLength } from '../messaging/limits';
import { ageIn, nameIn, plainName } from './plain-name';

describe('words of customers inside our messages', () => {
  it('P30 lose formatting marks, line breaks, control and direction characters', () => {
    expect(plainName('*Ravi*\n_Kumar_ `x` ~y~')).toBe('Ravi Kumar x y');
    expect(plainName('\u202Eabc\u2066def\u200F')).toBe('abcdef');
    expect(plainName('<b>Bob</b>')).toBe('bBob/b');
  });

  it('P30 are never longer than asked and never cut inside a letter', () => {
    const long = plainName('கௌ'.repeat(100), 10);
    expect(textLength(long)).toBeLessThanOrEqual(10);
    expect(long).toMatch(/^(கௌ)+…$/);
  });

  it('P30 are safe for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 5, max: 80 }),
        (text, max) => {
          const name = plainName(text, max);
          expect(textLength(name)).toBeLessThanOrEqual(max);
          expect(name).not.toMatch(/[*_~`<>\n\r\u202A-\u202E\u2066-\u2069]/);
        },
      ),
      { seed: 11, numRuns: 1_000 },
    );
  });
});

describe('a name in an answer', () => {
  it('is taken without the age', () => {
    expect(nameIn('Kavitha 34')).toBe('Kavitha');
    expect(nameIn('கவிதா, 34')).toBe('கவிதா');
    expect(nameIn('R. K. Narayanan')).toBe('R K Narayanan');
  });

  it('is refused where there is none', () => {
    for (const text of ['', '34', '?', '👍', 'a', 'this is a very long sentence about something']) {
      expect(nameIn(text), text).toBeNull();
    }
  });
});

describe('an age in an answer', () => {
  it('is one number a person can have', () => {
    expect(ageIn('34')).toBe(34);
    expect(ageIn('34 வயசு')).toBe(34);
    expect(ageIn('0')).toBe(0);
    expect(ageIn('6 மாசம்')).toBe(0);
    expect(ageIn('8 months')).toBe(0);
    for (const text of ['', 'young', '340', '3 or 4', '-']) expect(ageIn(text), text).toBeNull();
  });
});
