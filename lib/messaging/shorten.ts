import { textLength } from './limits';

const ellipsis = '…';

/**
 * Makes a text fit into `max` characters (code points after NFC), ending in `…` where something was left out.
 * Cuts between grapheme clusters only, so a Tamil vowel sign, a pulli or an emoji modifier never loses its base.
 * For titles and descriptions; never for ids, which would then name something else.
 */
export function shorten(text: string, max: number): string {
  const composed = text.normalize('NFC');
  if (textLength(composed) <= max) return composed;
  if (max < 1) return '';

  let kept = '';
  let room = max - 1;
  for (const { segment } of new Intl.Segmenter('ta', { granularity: 'grapheme' }).segment(composed)) {
    room -= textLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.trimEnd() + ellipsis;
}
