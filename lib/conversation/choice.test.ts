import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeChoice, parseChoice } from './choice';

const uuid = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

describe('the ids of buttons and rows', () => {
  it('say everything again when they are read', () => {
    const pieces = { s: uuid, r: '*', d: '2026-11-28', t: 1080, l: 90 };
    expect(parseChoice(encodeChoice('set', pieces))).toEqual({ verb: 'set', ...pieces });
    expect(parseChoice(encodeChoice('menu'))).toEqual({ verb: 'menu' });
  });

  it('stay within 200 characters with everything in them', () => {
    const id = encodeChoice('set', { s: uuid, r: uuid, at: 29_999_999, l: 120, a: uuid, m: uuid });
    expect(id.length).toBeLessThanOrEqual(200);
  });

  it('are refused when foreign, mangled or of another version', () => {
    const foreign = [
      '',
      'menu',
      '2|menu',
      '1|nothing',
      '1|set|x=1',
      '1|set|d=2026-02-30',
      '1|set|t=-5',
      '1|set|at=1e99',
      '1|set|l',
    ];
    for (const id of foreign) expect(parseChoice(id), id).toBeNull();
  });

  it('never throw, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        parseChoice(a);
        parseChoice(`1|set|${a}=${b}`);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});
