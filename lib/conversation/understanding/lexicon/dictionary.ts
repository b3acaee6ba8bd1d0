import type { Language } from '../../../kernel/local-text';
import { languageOfLetters } from '../../../kernel/script';
import { isOneEditApart, withOneLeftOut } from '../text/edits';
import { phoneticKey } from '../text/phonetic-key';
import { tokenise } from '../text/tokenise';
import type { Sense } from './senses';

/** A word's meanings and the language it belongs to. */
export type Entry = { senses: Sense[]; language: Language };

/** Real words and names one letter away from ours. */
const neverCorrected = new Set(
  'cancer sundar sundari suresh morning mourning charge chance minute minutes member matter mother another bother brother father rather weather number numbers madam manager message courage source course count mumbai master maater charan naresh ranjan kumara kannan muthal saravanan sarvesh selvan selvi mathan madhan'.split(
    ' ',
  ),
);

/** Sounding alike, meaning different: வாரா வாரம் (every week) and வர்ற வாரம் (the coming week). */
const neverBySound = new Set(['a day', 'வாரா வாரம்', 'வாரம் வாரம்', 'vaara vaaram', 'vara varam']);

const keyOf = (phrase: string): string =>
  tokenise(phrase)
    .map((token) => phoneticKey(token.text))
    .join(' ');

/** Words by surface, by sound, by beginning and, for long Latin words, by one slip of the finger. */
export class Dictionary {
  private readonly bySurface = new Map<string, Entry>();
  private readonly bySound = new Map<string, Entry | null>();
  private readonly beginnings: [string, Entry][] = [];
  private readonly bySlip = new Map<string, string[]>();
  /** Most words in a phrase by its first word, as written and by sound. */
  private readonly phraseLength = new Map<string, number>();

  add(phrase: string, sense: Sense, language: Language): void {
    if (phrase.endsWith('*')) {
      this.beginnings.push([phrase.slice(0, -1), { senses: [sense], language }]);
      return;
    }
    const tokens = tokenise(phrase);
    const surface = tokens.map((token) => token.text).join(' ');
    if (surface === '') return;
    if (tokens.length > 1) this.noteLength(surface, tokens.length);
    const known = this.bySurface.get(surface);
    if (known) {
      if (!known.senses.some((other) => JSON.stringify(other) === JSON.stringify(sense)))
        known.senses.push(sense);
    } else this.bySurface.set(surface, { senses: [sense], language });
    this.addSound(phrase, sense, language, tokens.length);
    if (tokens.length === 1 && languageOfLetters(surface) === null) this.addSlips(surface, language);
  }

  private addSound(phrase: string, sense: Sense, language: Language, words: number): void {
    if ((language === 'en' && words === 1) || neverBySound.has(phrase)) return;
    const key = keyOf(phrase);
    if (words === 1 && key.length < 6) return;
    if (words > 1) this.noteLength(`~${key}`, words);
    const known = this.bySound.get(key);
    if (known === undefined) this.bySound.set(key, { senses: [sense], language });
    else if (known && JSON.stringify(known.senses[0]) !== JSON.stringify(sense)) this.bySound.set(key, null);
  }

  private noteLength(phrase: string, words: number): void {
    const first = phrase.split(' ', 1)[0] ?? '';
    this.phraseLength.set(first, Math.max(this.phraseLength.get(first) ?? 1, words));
  }

  /** How many words the longest phrase has that may begin with this one. */
  longestFrom(word: string, key: string): number {
    return Math.max(this.phraseLength.get(word) ?? 1, this.phraseLength.get(`~${key}`) ?? 1);
  }

  private addSlips(word: string, language: Language): void {
    if (word.length < (language === 'en' ? 6 : 8)) return;
    for (const spelling of withOneLeftOut(word)) {
      const words = this.bySlip.get(spelling);
      if (words) words.push(word);
      else this.bySlip.set(spelling, [word]);
    }
  }

  /** Several words joined by a space. */
  phrase(words: string): Entry | null {
    return this.bySurface.get(words) ?? null;
  }

  phraseBySound(keys: string): Entry | null {
    return this.bySound.get(keys) ?? null;
  }

  exact(word: string): Entry | null {
    return this.bySurface.get(word) ?? null;
  }

  sounding(word: string): Entry | null {
    const key = phoneticKey(word);
    return key.length < 6 ? null : (this.bySound.get(key) ?? null);
  }

  beginning(word: string): Entry | null {
    return this.beginnings.find(([start]) => word.startsWith(start))?.[1] ?? null;
  }

  /** A Latin word of six letters or more with one slip. */
  slipped(word: string): Entry | null {
    if (word.length < 6 || word.length > 24 || languageOfLetters(word) !== null || neverCorrected.has(word))
      return null;
    for (const spelling of withOneLeftOut(word)) {
      const near = this.bySlip
        .get(spelling)
        ?.find((known) => known[0] === word[0] && isOneEditApart(known, word));
      if (near !== undefined) return this.exact(near);
    }
    return null;
  }
}
