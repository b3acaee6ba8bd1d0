import type { Language } from '../kernel/local-text';
import type { Facts } from './types';
import { saysSomething } from './merge-reading';
import type { State } from './state';
import type { Reading } from './understanding/types';

const tamilLetter = /\p{Script=Tamil}/u;
const latinWord = /\p{Script=Latin}{2,}/gu;

/** The language of a turn without words of the customer: as we spoke last. */
export const spokenLanguage = (state: State, facts: Facts): Language =>
  state.language ?? facts.customer.language ?? facts.business.defaultLanguage;

/** Words that say nothing about the language: everybody uses them. */
const neutral = new Set([
  'hi',
  'hello',
  'hey',
  'ok',
  'okay',
  'yes',
  'no',
  'menu',
  'help',
  'back',
  'cancel',
  'stop',
  'start',
  'am',
  'pm',
  'court',
  'doctor',
  'dr',
  'today',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'tomorrow',
  'thanks',
]);

/**
 * The language to answer a message in. Tamil script gets Tamil, English gets English, Tamil in Latin letters the
 * stored wish or else Tamil. Messages that could be either (names, "6", "ok") do not change the language.
 */
export const languageOf = (text: string, reading: Reading, state: State, facts: Facts): Language => {
  const current = spokenLanguage(state, facts);
  if (reading.wantsLanguage !== null) return reading.wantsLanguage;
  if (tamilLetter.test(text)) return 'ta';
  const words = (text.toLowerCase().match(latinWord) ?? []).filter((word) => !neutral.has(word));
  const isName = state.step === 'name' || state.step === 'age';
  if (isName && reading.intent === 'other') return current;
  if (reading.language === 'ta') return facts.customer.language ?? 'ta';
  const known = state.language !== null || facts.customer.language !== null;
  if (!known && (text.match(latinWord) ?? []).length > 0) return 'en';
  if (isName) return current;
  // One English word is no sign: Tamil speakers write "price", "late" and "menu" too.
  const all = (text.match(latinWord) ?? []).length;
  const means = reading.intent !== 'other' || saysSomething(reading);
  return all > 2 || (all > 1 && words.length > 0 && means) ? 'en' : current;
};
