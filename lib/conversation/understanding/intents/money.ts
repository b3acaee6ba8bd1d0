import { means, type Token } from '../lex';
import type { MoneyTopic } from '../types';
import type { Evidence } from './evidence';

/** பண்ணிட்டேன், "successful", ஆச்சு: it is over and done. */
const finished =
  /^(?:done|success\w*|succes\w*|complete[d]?|finished|over|aach+[ua]|aayach+u|a+yidu?ch+[ua]|aagiduch+[ua]|mudin\w*|mudich\w*|pan+i?t+[eao]+[nm]\w*|pan+iyach+u|pan+ach+u|ஆச்ச[ுா]|ஆயிடுச்ச[ுா]|ஆகிடுச்ச[ுா]|முடிஞ்\S*|முடிச்\S*|பண்ணிட்ட\S*|பண்ணியாச்சு|செஞ்சிட்டேன்|செய்துட்டேன்)$/u;

const later =
  /^(?:later|afterwards|ap+[au]?ra+m+a*|ap+[ur]om|piragu|pirahu|அப்ப?[ுற]\S*ம்?|அப்புறம்|அப்புறமா|அப்பறம்|பிறகு)$/u;

const back = /^(?:திரும்ப\S*|திருப்பி\S*|thirumba\S*|thiruppi\S*|thirupi\S*|return\w*|back)$/u;

/** "How", "do you take": a question about paying rather than a wish to. */
const asksHow = /^(?:how|accept\w*|mode|modes|method|methods|option|options|எப்படி|எப்டி|epdi|eppadi|eppdi)$/u;

const inPerson = /^(?:நேர்ல|நேரில்|nerla|neril|nerula|venue|counter|reception)$/u;

const unpaid = /^(?:not|never|illa|ille|illai|இல்ல|இல்லை|haven't|havent|didn't|didnt|yet)$/u;

const some = (say: Evidence, pattern: RegExp): boolean => say.tokens.some(({ text }) => pattern.test(text));

/** A short message that says only that it is done. */
export const saysDone = (say: Evidence): boolean =>
  some(say, finished) && say.tokens.length <= 3 && !say.hasMoment;

/** A short message that says only "later". */
export const saysLater = (say: Evidence): boolean =>
  some(say, later) && say.tokens.length <= 3 && !say.hasClock;

/** பணம் எப்போ திரும்ப வரும்: the words of a refund apart from each other. */
export const wantsMoneyBack = (say: Evidence): boolean => say.has('money') && some(say, back);

/** What is left of a pack: not to buy, to pay, or to book. */
export const asksBalance = (say: Evidence): boolean =>
  say.has('pack') && !say.has('pay', 'pay-link', 'receipt', 'cash', 'cancel', 'reschedule') && !say.hasMoment;

const isUnpaid = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => means(token, 'paid') && unpaid.test(tokens[at - 1]?.text ?? ''));

/** What a message about money wants. Called where the intent is `payment`. */
export function moneyTopic(say: Evidence): MoneyTopic {
  if (say.has('refund') || wantsMoneyBack(say)) return 'refund';
  if (asksBalance(say) && !say.has('paid')) return 'pack';
  if (say.has('receipt')) return 'receipt';
  if (say.has('paid') && !isUnpaid(say.tokens)) return 'paid';
  if (say.has('cash') || some(say, inPerson)) return 'venue';
  if (say.has('pay-later')) return 'later';
  if (say.has('status') || some(say, finished)) return 'paid';
  if (some(say, asksHow) || say.has('exist', 'help')) return 'how';
  return saysLater(say) || (say.has('pay') && some(say, later)) ? 'later' : 'pay';
}
