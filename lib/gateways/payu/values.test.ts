import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, keyOf, referenceOf, tokenOf } from './codes';
import { instantOf, istDateOf, istOf } from './ist';
import { paiseOf, rupeesOf } from './rupees';

describe('codes', () => {
  it('fit PayU’s lengths and lead back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(codeOf(uuid)).toMatch(/^[0-9a-z]{25}$/);
        expect(tokenOf(uuid)).toMatch(/^[0-9A-Za-z]{22}$/);
        expect(referenceOf(codeOf(uuid))).toBe(uuid);
        expect(keyOf(tokenOf(uuid))).toBe(uuid);
      }),
    );
  });

  it('of others lead nowhere', () => {
    for (const foreign of ['', 'TXN1001', 'z'.repeat(25), 'Z'.repeat(22), 'z'.repeat(23)]) {
      expect(referenceOf(foreign)).toBeNull();
      expect(keyOf(foreign)).toBeNull();
    }
  });
});

describe('rupees', () => {
  it('lead back to the same paise', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (paise) => {
        expect(paiseOf(rupeesOf(paise))).toBe(paise);
        expect(paiseOf(Number(rupeesOf(paise)))).toBe(paise);
      }),
    );
  });

  it.each([
    ['10', 1_000],
    ['10.0', 1_000],
    ['10.5', 1_050],
    ['0.07', 7],
    ['10.5000', 1_050],
    ['10.005', null],
    ['-1.00', null],
    ['1e3', null],
    ['1,000.00', null],
    ['', null],
    [null, null],
    [Number.NaN, null],
  ])('of %j are %j paise', (rupees, paise) => {
    expect(paiseOf(rupees)).toBe(paise);
  });
});

describe('times of India', () => {
  it('lead to the instant and back', () => {
    const instant = new Date('2026-11-26T20:00:00Z');
    expect(istOf(instant)).toBe('2026-11-27 01:30:00');
    expect(instantOf('2026-11-27 01:30:00')).toEqual(instant);
    expect(instantOf('2026-11-27 01:30:00.0')).toEqual(instant);
    expect(istDateOf(instant)).toBe('2026-11-27');
  });

  it('never end a link too early', () => {
    expect(istOf(new Date('2026-11-26T20:00:00.001Z'))).toBe('2026-11-27 01:30:01');
  });

  it.each(['', '0000-00-00 00:00:00', 'yesterday', null])('are none in %j', (text) => {
    expect(instantOf(text)).toBeNull();
  });
});
