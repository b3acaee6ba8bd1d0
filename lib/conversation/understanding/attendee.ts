import { means, senseOf, type Token } from './lex';
import { hasTamil } from './text/scripts';
import type { Relation } from './types';

const addressed = (token: Token): boolean => token.suffix === 'emphasis' || token.suffix === null;

/**
 * Whom a booking is for. A Tamil relation counts with its dative or genitive ending; bare it addresses the reader
 * (அம்மா, அண்ணா). An English one counts anywhere except for "me", which needs "for".
 */
export function attendeeOf(tokens: readonly Token[]): Relation | null {
  let self = false;
  for (const [at, token] of tokens.entries()) {
    const relation = senseOf(token, 'relation')?.relation;
    if (relation === undefined) continue;
    const isSelf = relation === 'self';
    if (isSelf && ['me', 'self'].includes(token.text) && !means(tokens[at - 1], 'for')) continue;
    if (isSelf) {
      self = true;
      continue;
    }
    const tamil = token.language === 'ta' || hasTamil(token.text);
    const marked =
      token.suffix === 'dative' ||
      token.suffix === 'genitive' ||
      ['va', 'vai', 'வ', 'வை'].includes(tokens[at + 1]?.text ?? '') ||
      (token.suffix === 'object' && !/^(amma|appa|akka|anna)/u.test(token.text));
    const home = token.text.includes(' ') && tamil;
    // In mixed speech the English word carries what the ending would: "for amma", "my appa".
    const meant = marked || home || means(tokens[at - 1], 'for') || tokens[at - 1]?.text === 'my';
    if (tamil && addressed(token) && !meant && !childToShow(tokens, at)) continue;
    return relation;
  }
  return self ? 'self' : null;
}

/** குழந்தைய காட்டணும்: the one to be shown to the doctor, without a dative. */
const childToShow = (tokens: readonly Token[], at: number): boolean =>
  means(tokens[at + 1], 'see-doctor', 'symptom') &&
  tokens[at]?.text !== 'anna' &&
  !/^(amma|appa|அம்மா|அப்பா)$/u.test(tokens[at]?.text ?? '');
