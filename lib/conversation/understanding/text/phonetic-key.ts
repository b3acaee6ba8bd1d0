import { hasTamil } from './scripts';
import { transliterate } from './transliterate';

const merges: readonly (readonly [RegExp, string])[] = [
  [/^(gn|ny|nj)/u, 'n'],
  [/^ye/u, 'e'],
  [/zh/gu, 'l'],
  [/(th|dh|d)/gu, 't'],
  [/(sh|ch|j|c(?=[eiy]))/gu, 's'],
  [/ph/gu, 'f'],
  [/(kh|gh|g|c|q)/gu, 'k'],
  [/bh|b/gu, 'p'],
  [/w/gu, 'v'],
  [/z/gu, 'l'],
  [/(aa|ah$)/gu, 'a'],
  [/(ee|ii)/gu, 'i'],
  [/(oo|uu)/gu, 'u'],
  [/ae/gu, 'e'],
  [/(.)\1+/gu, '$1'],
  [/(ai|ei|ey|e)$/u, 'a'],
];

const remembered = new Map<string, string>();
const mostRemembered = 20_000;

function compute(word: string): string {
  let key = hasTamil(word) ? transliterate(word) : word;
  for (const [pattern, by] of merges) key = key.replace(pattern, by);
  return key.length > 5 ? key.replace(/u$/u, '') : key;
}

/**
 * Words that sound the same to a Tamil speaker share a key, in either script: kizhamai, kilamai, கிழமை.
 * Keys of five letters and fewer keep their last vowel: without it ½, 6 and "who" would be one word.
 */
export function phoneticKey(word: string): string {
  const before = remembered.get(word);
  if (before !== undefined) return before;
  const key = compute(word.slice(0, 60));
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, key);
  return key;
}
