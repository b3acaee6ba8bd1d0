import { means, senseOf, type Token } from '../lex';
import type { Asked } from '../types';
import { numberAt } from './numbers';
import type { ClockSaid, Found } from './types';

/** A clock with how plainly it is one: `sure` without looking further, else a bare number. */
export type ClockAt = { clock: ClockSaid; length: number; sure: boolean; dative: boolean; ablative: boolean };

const spokenMinutes = new Set([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]);

function withMeridiem(
  tokens: readonly Token[],
  end: number,
): { meridiem: 'am' | 'pm' | null; length: number } {
  const token = tokens[end];
  if (token?.text === 'am' || means(token, 'am')) return { meridiem: 'am', length: 1 };
  if (means(token, 'pm')) return { meridiem: 'pm', length: 1 };
  // "7p" and "7a" as thumbs type them
  if (token?.glued && ['p', 'a'].includes(token.text))
    return { meridiem: token.text === 'p' ? 'pm' : 'am', length: 1 };
  return { meridiem: null, length: 0 };
}

/** 6:30, 6.30, 6;30, 6-30 written in digits. */
function separatedMinutes(
  tokens: readonly Token[],
  at: number,
  asked: Asked,
): { minute: number; length: number; sure: boolean } | null {
  const [hour, mark, minutes] = tokens.slice(at, at + 3);
  if (
    hour?.kind !== 'digits' ||
    minutes?.kind !== 'digits' ||
    minutes.text.length !== 2 ||
    Number(minutes.text) > 59
  )
    return null;
  if (!mark || !mark.glued || !minutes.glued) return null;
  const minute = Number(minutes.text);
  if (mark.text === ':' || mark.text === ';') return { minute, length: 2, sure: true };
  if (mark.text === '.' && (minute > 12 || minute === 0 || asked === 'time'))
    return { minute, length: 2, sure: true };
  if (mark.text === '.') return { minute, length: 2, sure: false };
  return mark.text === '-' && [0, 30, 45].includes(minute) ? { minute, length: 2, sure: true } : null;
}

function minutesAfter(
  tokens: readonly Token[],
  at: number,
  numberLength: number,
  asked: Asked,
): { minute: number; length: number; sure: boolean } | null {
  const written = separatedMinutes(tokens, at, asked);
  if (written) return written;
  const fraction = senseOf(tokens[at + numberLength], 'fraction');
  const unit = tokens[at + numberLength + 1];
  if (fraction && !means(unit, 'mani-neram')) return { minute: fraction.minutes, length: 1, sure: true };
  const spoken = numberAt(tokens, at + numberLength);
  if (!spoken || spoken.ordinal || !spokenMinutes.has(spoken.value) || spoken.value < 10) return null;
  if (means(tokens[at + numberLength + spoken.length], 'minute', 'people', 'court', 'mani-neram'))
    return null;
  const twoDigits = spoken.digits?.length === 2 && [10, 15, 20, 30, 40, 45, 50].includes(spoken.value);
  const words = spoken.digits === null && tokens[at]?.kind === 'word';
  return twoDigits || words
    ? { minute: spoken.value, length: spoken.length, sure: asked === 'time' || words }
    : null;
}

/** Half past six, quarter to seven. */
function pastOrTo(tokens: readonly Token[], at: number): ClockAt | null {
  const fraction = senseOf(tokens[at], 'fraction');
  const minutes =
    fraction?.minutes ??
    (means(tokens[at + 1], 'minute') ? numberAt(tokens, at)?.value : undefined) ??
    numberAt(tokens, at)?.value;
  const skip = !fraction && means(tokens[at + 1], 'minute') ? 2 : 1;
  const word = tokens[at + skip];
  const isPast = word?.text === 'past';
  const isTo = word?.text === 'to' && (fraction !== null || skip === 2);
  if (minutes === undefined || minutes >= 60 || (!isPast && !isTo)) return null;
  const hour = numberAt(tokens, at + skip + 1);
  if (!hour || hour.value < 1 || hour.value > 12) return null;
  const said = withMeridiem(tokens, at + skip + 1 + hour.length);
  const clock = isPast
    ? { hour: hour.value, minute: minutes }
    : { hour: hour.value === 1 ? 12 : hour.value - 1, minute: 60 - minutes };
  return {
    clock: { ...clock, meridiem: said.meridiem },
    length: skip + 1 + hour.length + said.length,
    sure: true,
    dative: false,
    ablative: false,
  };
}

function clockWord(tokens: readonly Token[], at: number): ClockAt | null {
  const word = senseOf(tokens[at], 'clock');
  if (!word || means(tokens[at + 1], 'mani-neram', 'in-hours')) return null;
  const clock = { hour: Math.floor(word.minutes / 60), minute: word.minutes % 60, meridiem: null };
  return ended(tokens, at, at + 1, clock, true);
}

function ended(
  tokens: readonly Token[],
  at: number,
  start: number,
  clock: ClockSaid,
  sure: boolean,
): ClockAt | null {
  let end = start;
  const first = withMeridiem(tokens, end);
  end += first.length;
  const mani = means(tokens[end], 'mani') ? 1 : 0;
  end += mani;
  const second = first.meridiem ? first : withMeridiem(tokens, end);
  if (!first.meridiem) end += second.length;
  const meridiem = clock.meridiem ?? second.meridiem;
  if (meridiem && meridiem !== '24' && clock.hour > 12) clock = { ...clock, meridiem: '24' };
  else clock = { ...clock, meridiem };
  const last = tokens[end - 1];
  const maniDative = mani === 1 && /(கு|கி|ku|ki|ke)$/u.test(last?.text ?? '');
  const dative = last?.suffix === 'dative' || maniDative;
  return {
    clock,
    length: end - at,
    dative,
    ablative: last?.suffix === 'ablative',
    sure: sure || mani === 1 || second.meridiem !== null || dative || last?.suffix === 'ablative',
  };
}

/** 730pm, at 1930: hour and minutes without a mark between them. */
function unmarkedMinutes(tokens: readonly Token[], at: number, asked: Asked): ClockAt | null {
  const token = tokens[at];
  const digits = token?.kind === 'digits' ? token.text : '';
  const hour = Math.floor(Number(digits) / 100);
  const minute = Number(digits) % 100;
  const isClock = /^\d{3,4}$/u.test(digits) && hour <= 23 && minute <= 59;
  const expected =
    means(tokens[at - 1], 'at') || asked === 'time' || means(tokens[at + 1], 'am', 'pm', 'mani');
  return isClock && expected ? ended(tokens, at, at + 1, toClock(hour, minute), true) : null;
}

/** The clock time that starts here. */
export function clockAt(tokens: readonly Token[], at: number, asked: Asked): ClockAt | null {
  const special = pastOrTo(tokens, at) ?? clockWord(tokens, at) ?? unmarkedMinutes(tokens, at, asked);
  if (special) return special;
  const number = numberAt(tokens, at);
  if (!number || number.ordinal || !Number.isInteger(number.value) || number.value > 24) return null;
  if (['a', 'an'].includes(tokens[at]?.text ?? '')) return null;
  const isOne = ['oru', 'ஒரு'].includes(tokens[at]?.text ?? '');
  if (isOne && !means(tokens[at + 1], 'mani')) return null;
  if (number.suffix === 'dative') {
    const clock = toClock(number.value, 0);
    return {
      clock,
      length: number.length,
      sure: number.value <= 12 || asked === 'time',
      dative: true,
      ablative: false,
    };
  }
  const minutes =
    number.suffix === null || number.suffix === 'emphasis'
      ? minutesAfter(tokens, at, number.length, asked)
      : null;
  const end = at + number.length + (minutes?.length ?? 0);
  const found = ended(
    tokens,
    at,
    end,
    toClock(number.value, minutes?.minute ?? 0),
    minutes?.sure ?? number.suffix === 'ablative',
  );
  return found && number.suffix === 'ablative' ? { ...found, ablative: true } : found;
}

const toClock = (hour: number, minute: number): ClockSaid => ({
  hour,
  minute,
  meridiem: hour > 12 || hour === 0 ? '24' : null,
});

/** A single clock time as a mention, when it is surely one. */
export const asTime = (found: ClockAt, role: 'at' | 'after' | 'before', extra = 0): Found => ({
  kind: 'time',
  clock: found.clock,
  role,
  length: found.length + extra,
  suffix: found.ablative ? 'ablative' : found.dative ? 'dative' : null,
});
