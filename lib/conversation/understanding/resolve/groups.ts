import { means, type Token } from '../lex';
import type { Mention } from '../mentions/types';

/** Mentions that speak of one moment, and which booking side they are on. */
export type Group = { mentions: Mention[]; side: 'from' | 'to' | null };

const isMoment = (mention: Mention): boolean =>
  ['date', 'time', 'range', 'either', 'part', 'in', 'now', 'bare'].includes(mention.kind);
const isClock = (mention: Mention): boolean =>
  ['time', 'range', 'either', 'in', 'bare'].includes(mention.kind);

function sideBefore(tokens: readonly Token[], at: number): 'from' | 'to' | null {
  const token = tokens[at - 1];
  if (!token) return null;
  if (token.text === 'of' && tokens[at - 2]?.text === 'instead') return 'from';
  if (means(token, 'from') && token.language === 'en') return 'from';
  if (means(token, 'to') || token.text === '>' || token.text === '→') return 'to';
  const linked =
    means(token, 'on-day', 'at', 'for') || ['of', 'the', 'scheduled', 'dated', 'this'].includes(token.text);
  if (means(token, 'at', 'on-day', 'around') && means(tokens[at - 2], 'to')) return 'to';
  const noun = linked ? tokens[at - 2] : token;
  return means(noun, 'booking', 'appointment', 'slot', 'court') && linked ? 'from' : null;
}

function sideAfter(tokens: readonly Token[], end: number): 'from' | null {
  for (const token of tokens.slice(end, end + 3)) {
    if (/^(?:mudiya(?:l|thu|dhu)|முடியல|முடியாது)/u.test(token.text)) return 'from';
    if (
      means(token, 'booking', 'appointment', 'slot', 'court', 'doctor', 'cannot-come') &&
      !means(token, 'book')
    )
      return 'from';
    if (['bathila', 'badhila', 'pathila', 'பதிலா', 'பதிலாக', 'irundhu', 'இருந்து'].includes(token.text))
      return 'from';
    if (
      token.suffix === 'genitive' ||
      !(means(token, 'filler', 'vocative', 'neram', 'exist', 'from', 'kizhamai') || token.text === "'")
    )
      return null;
  }
  return null;
}

/** Splits the moments of a message: a second day or clock begins another group. */
export function groupMentions(tokens: readonly Token[], mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions.filter(isMoment)) {
    const side = sideBefore(tokens, mention.at);
    const group = groups.at(-1);
    const repeats =
      group?.mentions.some((other) => other.kind === mention.kind || (isClock(other) && isClock(mention))) ??
      true;
    const last = group?.mentions.at(-1);
    const closed =
      last !== undefined &&
      sideAfter(tokens, last.at + last.length) !== null &&
      last.at + last.length < mention.at;
    if (
      !group ||
      repeats ||
      closed ||
      (side !== null && side !== group.side && last && last.at + last.length < mention.at)
    )
      groups.push({ mentions: [mention], side });
    else group.mentions.push(mention);
  }
  for (const group of groups) {
    const last = group.mentions.at(-1);
    if (!last || group.side !== null) continue;
    group.side = last.suffix === 'ablative' ? 'from' : sideAfter(tokens, last.at + last.length);
  }
  return settleSides(groups);
}

function settleSides(groups: Group[]): Group[] {
  const open = groups.filter((group) => group.side === null);
  const hasFrom = groups.some((group) => group.side === 'from');
  const hasTo = groups.some((group) => group.side === 'to');
  for (const [at, group] of open.entries()) {
    const first = at === 0 && open.length > 1 && !hasFrom;
    group.side = first || (hasTo && !hasFrom) ? 'from' : 'to';
  }
  // Two "from"s and no "to": the first is the booking, the other the wish.
  if (groups.length > 1 && groups.every((group) => group.side === 'from')) {
    const last = groups.at(-1);
    if (last) last.side = 'to';
  }
  return groups;
}
