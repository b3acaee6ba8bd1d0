import { means, type Token } from '../lex';
import type { Mention } from './types';

const isClock = (mention: Mention): boolean => ['time', 'range', 'either', 'bare'].includes(mention.kind);
const isDay = (mention: Mention): boolean => mention.kind === 'date';

/** "Not 6pm", "not on Friday": English says no right before what it rules out. */
function isDenied(tokens: readonly Token[], { at }: Mention): boolean {
  const linked = means(tokens[at - 1], 'on-day', 'at') ? 2 : 1;
  return tokens[at - linked]?.text === 'not';
}

/** Without the times and days that are ruled out in favour of another: "not 6pm but 7pm" says seven. */
export function withoutDenied(mentions: Mention[], tokens: readonly Token[]): Mention[] {
  const stands = (same: (mention: Mention) => boolean): boolean =>
    mentions.some((mention) => same(mention) && !isDenied(tokens, mention));
  const [clock, day] = [stands(isClock), stands(isDay)];
  return mentions.filter(
    (mention) => !((isClock(mention) && clock) || (isDay(mention) && day)) || !isDenied(tokens, mention),
  );
}
