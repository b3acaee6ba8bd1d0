import { westernDigits } from '../../../kernel/script';

/**
 * Zero-width and direction marks, soft hyphens and variation selectors: invisible, but they split words.
 * Written as escapes so that they can be seen.
 */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE0E\uFE0F\uFEFF]/gu;

// A phone keyboard's usual slip: a sign that is drawn before its consonant, typed in the order it is seen.
const misplacedSigns: readonly (readonly [RegExp, string])[] = [
  [/கா[ைெே]ல/gu, 'காலை'],
  [/மா[ைெே]ல/gu, 'மாலை'],
  [/நா[ைெே]ள/gu, 'நாளை'],
];

/** A letter typed for the digit it looks like is a digit only beside real digits. */
const wideDigit = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

/**
 * One spelling for what looks the same: composed Unicode, plain spaces, Western digits, straight quotes and
 * dashes, no invisible characters. Keeps letter case, since a name may be in the text.
 */
export function normalise(text: string): string {
  let clean = westernDigits(text)
    .replace(/\p{Surrogate}/gu, ' ')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .replace(/[‘’‛`´]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/௰/gu, '10')
    .replace(/[０-９]/gu, wideDigit);
  for (const [slip, right] of misplacedSigns) clean = clean.replace(slip, right);
  return clean.trim();
}
