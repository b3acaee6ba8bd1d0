import type { Language } from '../kernel/local-text';
import { languageOfLetters } from '../kernel/script';
import type { State } from './state';
import type { Facts } from './types';
import type { Reading } from './understanding/types';

const latinWord = /\p{Script=Latin}{2,}/gu;

/** The language of a turn without words of the customer: as we spoke last. */
export const spokenLanguage = (state: State, facts: Pick<Facts, 'customer' | 'business'>): Language =>
  state.language ?? facts.customer.language ?? facts.business.defaultLanguage;

/**
 * The language to answer a message in. A script of its own gets its language, English gets English, Tamil and its like
 * in Latin letters the stored wish or else that language. What could be either (a name, "6", "ok", a single word such as
 * "price", which Tamil speakers write too) does not change the language of a chat that has one.
 */
export const languageOf = (text: string, reading: Reading, state: State, facts: Facts): Language => {
  const current = spokenLanguage(state, facts);
  if (reading.wantsLanguage !== null) return reading.wantsLanguage;
  const ofLetters = languageOfLetters(text);
  if (ofLetters !== null) return ofLetters;
  const words = (text.match(latinWord) ?? []).length;
  const isName = (state.step === 'name' || state.step === 'age') && reading.intent === 'other';
  if (words === 0 || isName) return current;
  if (reading.language !== 'en')
    return reading.languageClear ? (facts.customer.language ?? reading.language) : current;
  const known = state.language !== null || facts.customer.language !== null;
  if (!known) return 'en';
  return words > 1 && (reading.languageClear || words > 2) ? 'en' : current;
};
