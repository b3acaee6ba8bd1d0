import { means, senseOf, type Token } from '../lex';
import type { Suffix } from '../lexicon/suffixes';

export type NumberSaid = {
  value: number;
  length: number;
  ordinal: boolean;
  suffix: Suffix | null;
  digits: string | null;
};

const fractions: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** 10 only beside a clock or a count: in Latin letters it is also "having looked". */
const looksLikeLooked = (token: Token): boolean => ['pathu', 'pattu', 'patu'].includes(token.text);

function lookedInstead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !looksLikeLooked(token)) return false;
  const counted = means(
    next,
    'mani',
    'mani-neram',
    'minute',
    'am',
    'pm',
    'people',
    'to',
    'until',
    'day-unit',
    'date-word',
    'after',
    'before',
    'court',
  );
  return token.suffix === null && !counted && next?.text !== ':' && next?.text !== '-';
}

function ordinalMark(tokens: readonly Token[], at: number): number {
  const hyphen = tokens[at]?.text === '-' && tokens[at].glued ? 1 : 0;
  const mark = tokens[at + hyphen];
  if (means(mark, 'ordinal-mark')) return hyphen + 1;
  const beforeDate = means(tokens[at + hyphen + 1], 'date-word');
  return beforeDate && ['am', 'm', 'aam', 'a'].includes(mark?.text ?? '') ? hyphen + 1 : 0;
}

function digitsAt(tokens: readonly Token[], at: number): NumberSaid | null {
  const token = tokens[at];
  if (!token) return null;
  const half = fractions[token.text];
  if (half !== undefined) return { value: half, length: 1, ordinal: false, suffix: null, digits: null };
  if (token.kind !== 'digits' || token.text.length > 4) return null;
  const value = Number(token.text);
  const next = tokens[at + 1];
  const more = next?.glued ? fractions[next.text] : undefined;
  if (more !== undefined)
    return { value: value + more, length: 2, ordinal: false, suffix: null, digits: null };
  const mark = ordinalMark(tokens, at + 1);
  const suffix = tokens[at + mark]?.suffix ?? null;
  return { value, length: 1 + mark, ordinal: mark > 0, suffix, digits: token.text };
}

function wordsAt(tokens: readonly Token[], at: number): NumberSaid | null {
  const token = tokens[at];
  const ordinal = senseOf(token, 'ordinal');
  if (ordinal)
    return { value: ordinal.value, length: 1, ordinal: true, suffix: token?.suffix ?? null, digits: null };
  const tens = senseOf(token, 'tens');
  const number = senseOf(token, 'number');
  const base = tens?.value ?? number?.value;
  if (base === undefined || !token) return null;
  const next = tokens[at + 1];
  const unit = senseOf(next, 'number')?.value ?? senseOf(next, 'ordinal')?.value;
  if (base >= 20 && base < 100 && unit !== undefined && unit >= 1 && unit <= 9 && token.suffix === null) {
    return {
      value: base + unit,
      length: 2,
      ordinal: senseOf(next, 'ordinal') !== null,
      suffix: next?.suffix ?? null,
      digits: null,
    };
  }
  const mark = ordinalMark(tokens, at + 1);
  return {
    value: base,
    length: 1 + mark,
    ordinal: mark > 0,
    suffix: tokens[at + mark]?.suffix ?? null,
    digits: null,
  };
}

/** The number that starts here, in digits or words of either language, with its ordinal mark and ending. */
export function numberAt(tokens: readonly Token[], at: number): NumberSaid | null {
  const token = tokens[at];
  if (!token || token.isName || lookedInstead(tokens, at)) return null;
  return digitsAt(tokens, at) ?? wordsAt(tokens, at);
}

/** "1.5" and "2.5" as a number; only units of time ask for it. */
export function decimalAt(tokens: readonly Token[], at: number): NumberSaid | null {
  const [whole, point, part] = tokens.slice(at, at + 3);
  if (
    whole?.kind === 'digits' &&
    point?.text === '.' &&
    part?.kind === 'digits' &&
    point.glued &&
    part.glued &&
    part.text.length <= 2
  ) {
    const value = Number(`${whole.text}.${part.text}`);
    return { value, length: 3, ordinal: false, suffix: part.suffix, digits: null };
  }
  return null;
}
