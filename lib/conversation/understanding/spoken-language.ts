import type { Language } from '../../kernel/local-text';
import { means, type Token } from './lex';
import { hasTamil } from './text/scripts';

/** English words that Tamil speakers use in Tamil: they say nothing about the language. */
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

/** Verb endings of romanised Tamil: they show the language of words we do not know. */
const tamilEnding =
  /.{2}(?:unga|ungal|anum|iren|uven|ren|uma|lama|laam|achu|ichu|uthu|udhu|kku|inga|eenga|ngala)$/u;

/** The language of one message, and whether the message shows it: "6" and "ok" show none. */
export function spokenLanguage(tokens: readonly Token[]): { language: Language; clear: boolean } {
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.some((token) => hasTamil(token.text))) return { language: 'ta', clear: true };
  const tamil = words.filter((token) => token.language === 'ta');
  const english = words.filter((token) => token.language === 'en' && !isLoan(token));
  const slip = tamil.length === 1 && (tamil[0]?.text.length ?? 0) <= 4 && english.length >= 3;
  const sounding = words.some(
    (token) => token.senses.length === 0 && !token.isName && tamilEnding.test(token.text),
  );
  if (sounding && english.length < 3) return { language: 'ta', clear: true };
  if (tamil.length > 0 && !slip) return { language: 'ta', clear: true };
  const unknown = words.filter((token) => token.senses.length === 0 && !token.isName);
  return { language: 'en', clear: english.length > 0 || words.length - unknown.length >= 3 };
}
