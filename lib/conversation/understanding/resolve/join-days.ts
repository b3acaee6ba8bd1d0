import { means, type Token } from '../lex';
import type { Mention } from '../mentions/types';
import { bothDays, daysFor, type Days } from './dates';
import { dayNumberOf } from '../../../scheduling/zone';
import type { MomentContext } from './moment-types';

/** The days that all date phrases of one moment allow together. */
export function joinDays(
  tokens: readonly Token[],
  dates: readonly Extract<Mention, { kind: 'date' }>[],
  context: MomentContext,
): Days | null {
  const draft = context.understand.draftDate;
  let days: Days | null = null;
  let end = 0;
  for (const mention of dates) {
    const draftDay = days?.days[0] ?? (draft === undefined ? null : dayNumberOf(draft));
    const next = daysFor(mention.date, { present: context.present, draftDay });
    const between = tokens.slice(end, mention.at);
    const either = between.some(
      (token) =>
        means(token, 'or', 'and') ||
        token.text === ',' ||
        token.text === '/' ||
        token.text === '-' ||
        means(token, 'to', 'no'),
    );
    if (!days) days = next;
    else if (mention.date.kind === 'next-day') days = next;
    else if (
      either &&
      !days.problem &&
      !next.problem &&
      !(
        days.weekday === undefined &&
        next.weekday !== undefined &&
        between.length === 1 &&
        between[0]?.text === ','
      )
    )
      days = { days: [...new Set([...days.days, ...next.days])], confirm: true };
    else days = bothDays(days, next, context.present.today);
    end = mention.at + mention.length;
  }
  return days;
}
