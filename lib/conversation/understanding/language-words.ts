import { languages, type Language } from '../../kernel/local-text';
import { means, type Token } from './lex';
import type { Concept } from './lexicon/concepts';

const concepts: Record<Language, Concept> = { ta: 'tamil', en: 'english' };

/** What names a language. */
export const languageConcepts: readonly Concept[] = Object.values(concepts);

/** The language that a message wishes by its name; the first other one where it is refused ("I don't know Tamil"). */
export function wantedLanguage(tokens: readonly Token[]): Language | null {
  const refused =
    tokens.some((token) => means(token, 'does-not-know')) && !tokens.some((token) => token.text === 'you');
  for (const [at, token] of tokens.entries()) {
    if (means(tokens[at + 1], 'no')) continue;
    const named = languages.find((language) => means(token, concepts[language]));
    if (named !== undefined) return refused ? (languages.find((one) => one !== named) ?? null) : named;
  }
  return null;
}
