import type { Language } from '../../kernel/local-text';
import type { Concept } from './lexicon/concepts';
import type { Entry } from './lexicon/dictionary';
import { lexicon } from './lexicon/lexicon';
import type { Sense } from './lexicon/senses';
import { loneSuffixes, withoutSuffix, type Suffix } from './lexicon/suffixes';
import { phoneticKey } from './text/phonetic-key';
import type { RawToken } from './text/tokenise';

/** A word or fixed phrase with what it can mean. */
export type Token = {
  kind: RawToken['kind'];
  raw: string;
  text: string;
  glued: boolean;
  senses: Sense[];
  suffix: Suffix | null;
  language: Language | null;
  /** Part of a court's or doctor's name; it means nothing else. */
  isName: boolean;
};

type Found = { entry: Entry; suffix: Suffix | null };

function stripped(word: string, find: (stem: string) => Entry | null): Found | null {
  for (const { stem, suffix } of withoutSuffix(word)) {
    const entry = find(stem);
    if (entry) return { entry, suffix };
  }
  return null;
}

/** Words recur; looking one up without its endings is the costly part. Emptied when full, so it stays small. */
const remembered = new Map<string, Found | null>();
const mostRemembered = 5000;

/** The surest reading of one word. The same word always has the same reading. */
export function findWord(word: string): Found | null {
  const before = remembered.get(word);
  if (before !== undefined) return before;
  const found = word.length > longestWord ? null : lookUp(word);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, found);
  return found;
}

/** No word of ours is longer; what is longer is noise. */
const longestWord = 40;

/** As it is, by sound, without its ending, by beginning, with a slip. */
function lookUp(word: string): Found | null {
  const whole = lexicon.exact(word) ?? lexicon.sounding(word);
  if (whole) return { entry: whole, suffix: null };
  const beginning = lexicon.beginning(word);
  const stem =
    stripped(word, (form) => lexicon.exact(form)) ?? stripped(word, (form) => lexicon.sounding(form));
  if (stem) return stem;
  const entry = beginning ?? lexicon.slipped(word);
  if (entry) return { entry, suffix: null };
  // Sandhi over a case ending: முன்பதிவுகளைக் காட்டு.
  return sandhi.test(word) ? lookUp(word.slice(0, -2)) : null;
}

const sandhi = /..[கசதப]்$/u;

const isWordLike = (token: RawToken): boolean => token.kind !== 'mark' || /[.'/&@#-]/u.test(token.text);

function phraseAt(
  tokens: readonly RawToken[],
  keys: readonly string[],
  at: number,
): { found: Entry; length: number } | null {
  const longest = lexicon.longestFrom(tokens[at]?.text ?? '', keys[at] ?? '');
  for (let length = Math.min(longest, tokens.length - at); length > 1; length -= 1) {
    const part = tokens.slice(at, at + length);
    if (!part.every(isWordLike)) continue;
    const found =
      lexicon.phrase(part.map((token) => token.text).join(' ')) ??
      lexicon.phrase(
        part
          .map((token) => token.text)
          .join(' ')
          .replace(/'s$/u, ''),
      ) ??
      lexicon.phraseBySound(keys.slice(at, at + length).join(' '));
    if (found) return { found, length };
  }
  return null;
}

const blank = (token: RawToken): Token => ({
  ...token,
  senses: [],
  suffix: null,
  language: null,
  isName: false,
});

/** An ending typed apart joins the word before it; a hyphen between them goes too. */
function joinsPrevious(tokens: readonly RawToken[], at: number, last: Token | undefined): Suffix | null {
  const token = tokens[at];
  if (!token || !last || last.suffix !== null || token.kind !== 'word') return null;
  const suffix = loneSuffixes.get(token.text) ?? null;
  return suffix !== null && (last.kind !== 'mark' || last.text === '-') ? suffix : null;
}

/** Finds the meanings of every token. `isName` says which ones belong to a court or doctor of the business. */
export function lex(tokens: readonly RawToken[], isName: (at: number) => boolean): Token[] {
  const result: Token[] = [];
  const keys = tokens.map((token) => phoneticKey(token.text));
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    if (isName(at)) {
      result.push({ ...blank(token), isName: true });
      at += 1;
      continue;
    }
    const phrase = phraseAt(tokens, keys, at);
    if (phrase) {
      const part = tokens.slice(at, at + phrase.length);
      const raw = part
        .map((word) => (word.glued ? word.raw : ` ${word.raw}`))
        .join('')
        .trim();
      const { senses, language } = phrase.found;
      result.push({
        ...blank(token),
        kind: 'word',
        raw,
        text: part.map((word) => word.text).join(' '),
        senses,
        language,
      });
      at += phrase.length;
      continue;
    }
    const suffix = joinsPrevious(tokens, at, result.at(-1));
    if (suffix !== null) {
      if (result.at(-1)?.kind === 'mark') result.pop();
      const last = result.at(-1);
      if (last) last.suffix = suffix;
      if (last && (last.language === null || last.language === 'en')) last.language = 'ta';
      at += 1;
      continue;
    }
    result.push(lexOne(token));
    at += 1;
  }
  return result;
}

function lexOne(token: RawToken): Token {
  const found = token.kind === 'digits' ? null : findWord(token.text);
  if (!found) return blank(token);
  // A Tamil ending on an English word makes the phrase Tamil: monday-ku.
  const tamilEnding = found.suffix !== null && found.suffix !== 'emphasis' && !token.text.endsWith("'s");
  const language = tamilEnding && found.entry.language === 'en' ? 'ta' : found.entry.language;
  return { ...blank(token), senses: found.entry.senses, suffix: found.suffix, language };
}

export const means = (token: Token | undefined, ...concepts: Concept[]): boolean =>
  token?.senses.some((sense) => sense.kind === 'concept' && concepts.includes(sense.concept)) ?? false;

export function senseOf<Kind extends Sense['kind']>(
  token: Token | undefined,
  kind: Kind,
): Extract<Sense, { kind: Kind }> | null {
  const sense = token?.senses.find((one) => one.kind === kind);
  // `find` cannot narrow by a type parameter; the kind was just compared.
  return (sense as Extract<Sense, { kind: Kind }> | undefined) ?? null;
}
