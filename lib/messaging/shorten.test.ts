import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLength } from './limits';
import { shorten } from './shorten';

const clusters = (text: string) =>
  [...new Intl.Segmenter('ta', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

describe('shorten', () => {
  it('leaves what fits as it is, composed', () => {
    expect(shorten('See times', 20)).toBe('See times');
    expect(shorten('க\u0BC6\u0BBE', 2)).toBe('க\u0BCA');
  });

  it('says that something was left out and leaves no blank before it', () => {
    expect(shorten('Dr. Karthik Subramanian', 13)).toBe('Dr. Karthik…');
  });

  it('keeps Tamil letters, flags and families whole', () => {
    expect(shorten('கார்த்திக் சுப்பிரமணியன்', 6)).toBe('கார்…');
    expect(shorten('ab👨‍👩‍👧‍👦cd', 5)).toBe('ab…');
    expect(shorten('🇮🇳🇮🇳', 3)).toBe('🇮🇳…');
  });

  it('gives nothing where nothing fits', () => {
    expect(shorten('court', 0)).toBe('');
    expect(shorten('👨‍👩‍👧‍👦', 3)).toBe('…');
  });

  it('always fits and always ends on a whole cluster', () => {
    const words = fc.array(
      fc.constantFrom('க்', 'கொ', 'ஸ்ரீ', 'a', ' ', '👍🏽', 'é', 'e\u0301', '🇮🇳', '\u200d', 'ன்'),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (parts, max) => {
        const whole = parts.join('').normalize('NFC');
        const short = shorten(whole, max);
        expect(textLength(short)).toBeLessThanOrEqual(max);
        if (short === whole) return;
        const kept = short.slice(0, -1);
        const bounds = clusters(whole).reduce<number[]>(
          (ends, part) => [...ends, (ends.at(-1) ?? 0) + part.length],
          [0],
        );
        expect(whole.startsWith(kept)).toBe(true);
        expect(kept === '' || bounds.includes(kept.length) || /^\s/.test(whole.slice(kept.length))).toBe(
          true,
        );
      }),
    );
  });
});
