import type { Evidence } from '../intents/evidence';
import { means, type Token } from '../lex';
import type { Mention } from '../mentions/types';
import type { Intent, Reading, UnderstandContext } from '../types';
import { groupMentions } from './groups';
import { resolveMoment } from './moment';
import type { Moment, MomentContext } from './moment-types';

type MomentFields = Moment & Pick<Reading, 'fromDate' | 'fromTime'>;

/** The wanted moment, and for a change or cancellation the booking's own. */
export function momentsOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  intent: Intent,
  say: Evidence,
  context: MomentContext,
): MomentFields {
  const nothing = { fromDate: null, fromTime: null };
  if (intent !== 'cancel' && intent !== 'reschedule') {
    const moment = oneOrSeveral(tokens, mentions, context);
    const askOrder = mentions.some((mention) => mention.kind === 'daily') && moment.date === null;
    return { ...moment, ...nothing, ask: moment.ask || askOrder };
  }
  const existing = { ...context, existing: true };
  if (intent === 'cancel') return asExisting(resolveMoment(tokens, mentions, existing));
  const parts = splitMove(tokens, mentions, say);
  const wish = withTrailingPart(parts.to, parts.from);
  const from = resolveMoment(tokens, withTrailingPart(parts.from, parts.to), existing);
  const to = resolveMoment(tokens, wish, { ...context, understand: withDay(context, parts.to, from) });
  return {
    ...to,
    fromDate: from.date,
    fromTime: from.time,
    ask: to.ask || (from.ask && to.date === null),
    options: to.options.length > 0 ? to.options : from.options,
  };
}

/** "8 instead of 7, evening": a part of the day said last speaks for the other time too. */
function withTrailingPart(from: readonly Mention[], to: readonly Mention[]): readonly Mention[] {
  const last = to.at(-1);
  const trails =
    last?.kind === 'part' &&
    to.some(isClock) &&
    from.some(isClock) &&
    from.every((mention) => mention.at < last.at);
  return trails && !from.some((mention) => mention.kind === 'part') ? [...from, last] : from;
}

const isClock = (mention: Mention): boolean => ['time', 'range', 'either', 'bare'].includes(mention.kind);

/**
 * "Monday 6pm or Tuesday 7pm", "tomorrow 6 to 7 and 9 to 10": each clock keeps its own day, or the day before it,
 * and the customer is asked which one is meant.
 */
function oneOrSeveral(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  context: MomentContext,
): Moment {
  const groups = groupMentions(tokens, mentions).filter((group) => group.mentions.some(isClock));
  if (groups.length < 2) return resolveMoment(tokens, mentions, context);
  let dates: Mention[] = mentions.filter((mention) => mention.kind === 'date').slice(0, 1);
  const moments = groups.map((group) => {
    const own = group.mentions.filter((mention) => mention.kind === 'date');
    if (own.length > 0) dates = own;
    return resolveMoment(tokens, own.length > 0 ? group.mentions : [...dates, ...group.mentions], context);
  });
  const [first] = moments;
  const same = moments.every(
    (moment) => moment.date === first?.date && moment.time === first.time && !moment.ask,
  );
  if (!first || same) return resolveMoment(tokens, mentions, context);
  const options = moments.flatMap(({ date, time, options: open }) =>
    open.length > 0 ? open : [{ date, time }],
  );
  const different = options.filter(
    (option, at) =>
      options.findIndex((other) => other.date === option.date && other.time === option.time) === at,
  );
  return { ...first, date: null, time: null, ask: true, options: different };
}

/** A new time without a new day is on the booking's own day. */
const withDay = (
  { understand: given }: MomentContext,
  to: readonly Mention[],
  from: Moment,
): UnderstandContext =>
  from.date !== null && !to.some((mention) => mention.kind === 'date')
    ? { ...given, draftDate: from.date }
    : given;

function splitMove(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  say: Evidence,
): { from: Mention[]; to: Mention[] } {
  const separate = mentions.flatMap((mention) => unpair(tokens, mention));
  const groups = groupMentions(tokens, separate);
  if (
    groups.length === 1 &&
    groups[0] &&
    say.has('cannot-come') &&
    !tokens.some((token) => means(token, 'to'))
  )
    groups[0].side = 'from';
  return {
    from: groups.filter((group) => group.side === 'from').flatMap((group) => group.mentions),
    to: groups.filter((group) => group.side !== 'from').flatMap((group) => group.mentions),
  };
}

/** In "from 6 to 7" of a move the pair is old and new, not a stretch of time. */
function unpair(tokens: readonly Token[], mention: Mention): Mention[] {
  if (mention.kind !== 'range' || mention.window) return [mention];
  const to = tokens.findIndex(
    (token, at) =>
      at > mention.at && at < mention.at + mention.length && (means(token, 'to') || means(token, 'from')),
  );
  if (to < 0 || tokens[to]?.text === '-') return [mention];
  const { at } = mention;
  const start = { ...mention.start, meridiem: mention.start.meridiem ?? mention.end.meridiem };
  return [
    { kind: 'time', clock: start, role: 'at', at, length: to - at, suffix: 'ablative' },
    {
      kind: 'time',
      clock: mention.end,
      role: 'at',
      at: to + 1,
      length: at + mention.length - to - 1,
      suffix: 'dative',
    },
  ];
}

const asExisting = (moment: Moment): MomentFields => ({
  ...moment,
  fromDate: moment.date,
  fromTime: moment.time,
  date: null,
  time: null,
  durationMinutes: null,
  after: null,
  before: null,
});
