import { shorten } from '../messaging/shorten';

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** WhatsApp's marks for bold, italic, struck and monospaced text, and the brackets of HTML. */
const marks = /[*_~`<>{}|\\]/g;

/** Tamil needs no joiners, but some scripts' names and emoji do; dropping them only changes a glyph's shape. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\r\n\t]/g, ' ')
    .replace(invisible, '')
    .replace(marks, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * A name or other words of a customer, safe to stand inside a message of ours: one line, no formatting marks,
 * no direction or control characters, at most `max` characters and never cut inside a letter (P30).
 */
export const plainName = (text: string, max = 60): string => shorten(clean(text), max);

/** The name in an answer to "what name?", or null where it cannot be one: no letters, or far too many words. */
export const nameIn = (text: string): string | null => {
  const name = plainName(text.replace(/[0-9.,:;!?()]+/g, ' '), 60);
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && name.split(' ').length <= 5 ? name : null;
};

/** "6 months", "6 மாசம்", "6 maasam": a baby. */
const months = /month|மாச|மாத|ma+sa?m|ma+dha?m/iu;

/**
 * The age in years in an answer such as "Kavitha 34" or "34 வயசு"; 0 for an age in months; null where there is
 * none that a person can have.
 */
export const ageIn = (text: string): number | null => {
  if (months.test(text)) return 0;
  const numbers = text.match(/\d+/g) ?? [];
  const age = numbers.length === 1 ? Number(numbers[0]) : Number.NaN;
  return age >= 0 && age <= 120 ? age : null;
};
