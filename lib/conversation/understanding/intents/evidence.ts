import { means, senseOf, type Token } from '../lex';
import type { Concept } from '../lexicon/concepts';
import type { Mention } from '../mentions/types';
import type { Asked } from '../types';

const neutral: readonly Concept[] = [
  'vocative',
  'filler',
  'do',
  'on-day',
  'at',
  'for',
  'in',
  'and',
  'to',
  'this',
  'kizhamai',
  'any-of',
  'mani',
  'neram',
  'now',
];

const bookable: readonly Concept[] = ['court', 'doctor', 'appointment', 'booking', 'slot', 'symptom'];

/** What the rules of intent look at. */
export type Evidence = {
  tokens: readonly Token[];
  asked: Asked;
  has(...concepts: Concept[]): boolean;
  /** Nothing of substance beside these concepts, and no day or time. */
  only(...concepts: Concept[]): boolean;
  /** `first` directly, or over one small word, before `second`. */
  before(first: Concept, second: Concept): boolean;
  hasMoment: boolean;
  hasClock: boolean;
  /** Names something that can be booked here. */
  isOurs: boolean;
  /** Films, trains, the price of gold, and nothing that can be booked here. */
  isElsewhere: boolean;
  /** Words that we do not know. */
  strangeCount: number;
  /** Out of the blue, mostly words that we do not know, and nothing that can be booked here. */
  rambles: boolean;
  hasAmount: boolean;
  hasName: boolean;
  hasRelation: boolean;
  /** "my booking", not "my mother". */
  mine: boolean;
  /** வேண்டாம் and "don't want": a refusal, not "there is none". */
  refuses: boolean;
  /** "Don't cancel", கேன்சல் பண்ண வேண்டாம்: what was feared is not to be done. */
  undoes: boolean;
  /** Different days named. */
  dayCount: number;
};

const isMoment = (mention: Mention): boolean =>
  ['date', 'bare', 'time', 'range', 'either', 'part', 'in', 'now', 'weekly', 'daily'].includes(mention.kind);
const isAmount = (mention: Mention): boolean =>
  ['duration', 'count', 'court-number', 'pick'].includes(mention.kind);

const isClock = (mention: Mention): boolean => ['time', 'range', 'either'].includes(mention.kind);

const isNeutral = (token: Token): boolean =>
  (token.kind === 'mark' && token.senses.length === 0) || means(token, ...neutral);

const isDont = (token: Token | undefined): boolean =>
  ["don't", 'dont', 'never', 'not'].includes(token?.text ?? '');

function isUndone(tokens: readonly Token[], refusal: (token: Token) => boolean): boolean {
  const forbids = tokens.some(
    (token, at) =>
      isDont(token) && means(tokens[at + 1], 'cancel', 'book') && tokens[at + 1]?.text !== 'booked',
  );
  const cancel = tokens.findLastIndex((token) => means(token, 'cancel'));
  return forbids || (cancel >= 0 && tokens.findLastIndex(refusal) > cancel);
}

export function gather(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  asked: Asked,
  hasName: boolean,
): Evidence {
  const hasMoment = mentions.some(isMoment);
  const hasAmount = mentions.some(isAmount);
  const inMention = (at: number): boolean =>
    mentions.some((mention) => at >= mention.at && at < mention.at + mention.length);
  const hasClock = mentions.some(isClock);
  const isOurs = hasName || tokens.some((token) => means(token, ...bookable));
  const strangeCount = tokens.filter(
    (token, at) => token.kind === 'word' && token.senses.length === 0 && !token.isName && !inMention(at),
  ).length;
  const refusal = (token: Token): boolean =>
    /^(ven|vaen|veen|வேண்டா|வேணா|வேணாம்)/u.test(token.text) && means(token, 'no');
  const dontWant =
    tokens.some(
      (token, at) =>
        ['dont', "don't", 'no', 'not'].includes(token.text) &&
        (means(tokens[at + 1], 'want') || tokens[at + 1]?.text === 'longer'),
    ) || tokens.some((token) => token.text === 'no need');
  return {
    tokens,
    asked,
    hasMoment,
    hasClock,
    isOurs,
    isElsewhere: !isOurs && tokens.some((token) => means(token, 'elsewhere')),
    strangeCount,
    rambles: asked === null && !isOurs && strangeCount >= (hasClock ? 3 : 2),
    hasAmount,
    hasName,
    hasRelation: tokens.some((token) => senseOf(token, 'relation') !== null),
    mine: tokens.some(
      (token, at) =>
        means(token, 'my') &&
        !tokens.slice(at + 1, at + 5).some((near) => senseOf(near, 'relation') !== null),
    ),
    has: (...concepts) => tokens.some((token) => means(token, ...concepts)),
    only: (...concepts) =>
      !hasMoment &&
      !hasName &&
      tokens.every(
        (token, at) =>
          means(token, ...concepts) ||
          isNeutral(token) ||
          inMention(at) ||
          senseOf(token, 'relation') !== null,
      ),
    before: (first, second) =>
      tokens.some(
        (token, at) =>
          means(token, first) &&
          (means(tokens[at + 1], second) || (tokens[at + 1] !== undefined && means(tokens[at + 2], second))),
      ),
    refuses: tokens.some(refusal) || dontWant,
    undoes: isUndone(tokens, refusal),
    dayCount: mentions.filter((mention) => mention.kind === 'date').length,
  };
}
