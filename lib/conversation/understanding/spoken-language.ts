import { type Language, languages, otherLanguages } from '../../kernel/local-text';
import { languageOfLetters } from '../../kernel/script';
import { means, type Token } from './lex';

/** English words that everybody uses in their own language: they say nothing about it. */
const isLoan = (token: Token): boolean =>
  means(
    token,
    'court',
    'doctor',
    'appointment',
    'booking',
    'book',
    'slot',
    'cancel',
    'menu',
    'help',
    'stop',
    'am',
    'pm',
    'yes',
    'no',
    'greeting',
    'thanks',
    'late',
    'pay',
    'refund',
    'address',
    'staff',
    'message-word',
    'weak-yes',
    'price',
    'timing',
    'reschedule',
    'change',
    'symptom',
  ) ||
  token.senses.some(
    (sense) =>
      sense.kind === 'weekday' || sense.kind === 'month' || sense.kind === 'part' || sense.kind === 'day',
  );

/** Verb endings in Latin letters, where they show the language of words we do not know. */
const endings: Partial<Record<Language, RegExp>> = {
  ta: /.{2}(?:unga|ungal|anum|iren|uven|ren|uma|lama|laam|achu|ichu|uthu|udhu|kku|inga|eenga|ngala)$/u,
};

/** The language other than English that most of the words are of, in Latin letters; English where they are of none. */
function latinLanguage(words: readonly Token[]): { language: Language; words: readonly Token[] } {
  const [most] = otherLanguages('en')
    .map((language) => ({ language, words: words.filter((token) => token.language === language) }))
    .sort((a, b) => b.words.length - a.words.length);
  return most ?? { language: 'en', words: [] };
}

/** The language of one message, and whether the message shows it: "6" and "ok" show none. */
export function spokenLanguage(tokens: readonly Token[]): { language: Language; clear: boolean } {
  const words = tokens.filter((token) => token.kind === 'word');
  const ofLetters = languageOfLetters(words.map((token) => token.text).join(' '));
  if (ofLetters !== null) return { language: ofLetters, clear: true };
  const own = latinLanguage(words);
  const english = words.filter((token) => token.language === 'en' && !isLoan(token));
  const slip = own.words.length === 1 && (own.words[0]?.text.length ?? 0) <= 4 && english.length >= 3;
  const sounding = languages.find((language) =>
    words.some(
      (token) => token.senses.length === 0 && !token.isName && endings[language]?.test(token.text) === true,
    ),
  );
  if (own.words.length > 0 && !slip) return { language: own.language, clear: true };
  if (sounding !== undefined && english.length < 3) return { language: sounding, clear: true };
  const unknown = words.filter((token) => token.senses.length === 0 && !token.isName);
  return { language: 'en', clear: english.length > 0 || words.length - unknown.length >= 3 };
}
