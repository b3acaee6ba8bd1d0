import { attendeeOf } from './attendee';
import { isEmergency } from './emergency';
import { gather, type Evidence } from './intents/evidence';
import { intentOf } from './intents/intent';
import { lex, means, type Token } from './lex';
import { countsFromAnotherDay, englishDate } from './mentions/english-date';
import { scan } from './mentions/scan';
import type { Mention } from './mentions/types';
import { namedDays } from './named-days';
import { aliasedResources, courtNumbered, findNames, namedResources } from './names';
import { groupMentions } from './resolve/groups';
import { presentIn, type Present } from './resolve/local-date';
import { resolveMoment, type Moment, type MomentContext } from './resolve/moment';
import { restOf } from './rest';
import { spokenLanguage } from './spoken-language';
import { normalise } from './text/normalise';
import { tokenise } from './text/tokenise';
import type { Intent, Reading, UnderstandContext } from './types';

/** WhatsApp's longest text; what is beyond is not read. */
const longestText = 4096;

/**
 * What a customer's message says, in Tamil script, romanised Tamil, English or a mixture: the intent and every
 * day, time, length, name and relation in it. Dates are local to `context.zone`; a bare hour is decided by
 * `vocabulary.openOn`, and whatever stays ambiguous comes back in `options` with `ask`, never guessed.
 * Pure, the same for the same input; never throws on any text.
 */
export function understand(text: string, context: UnderstandContext): Reading {
  const clean = normalise(text.slice(0, longestText));
  const raw = tokenise(clean);
  const names = findNames(raw, context.vocabulary);
  const tokens = lex(raw, (at) => names.has(at));
  const present = presentIn(context.now, context.zone);
  const mentions = withEnglishDate(
    scan(tokens, { asked: context.asked, namedDays: namedDays(context.vocabulary, present) }),
    tokens,
    clean,
    present,
  );
  const called = namedResources(names);
  const named = called.length > 0 ? called : aliasedResources(raw, context.vocabulary);
  const settled = settleBareNumbers(mentions, context);
  const say = gather(tokens, settled, context.asked, named.length > 0);
  const verdict = isEmergency(raw) ? ({ intent: 'emergency', confidence: 'strong' } as const) : intentOf(say);
  const service = serviceOf(say, verdict.intent, settled, named, context);
  const moments = momentsOf(tokens, settled, verdict.intent, say, {
    present,
    understand: context,
    kind: service.serviceKind ?? context.draftKind,
    existing: false,
    weekly: settled.some((mention) => mention.kind === 'weekly'),
  });
  const spoken = spokenLanguage(tokens);
  return {
    ...verdict,
    ...service,
    ...moments,
    ...amountsOf(settled, moments.durationMinutes),
    attendee: attendeeOf(tokens),
    weekly:
      settled.some((mention) => mention.kind === 'weekly') &&
      settled.some((mention) => mention.kind === 'date'),
    language: spoken.language,
    languageClear: spoken.clear,
    wantsLanguage: verdict.intent === 'language' ? wantedLanguage(tokens) : null,
    rest: restOf(clean, tokens, mentions, context.asked),
  };
}

/** English phrases that only chrono knows, tried when we found no day in an English message. */
function withEnglishDate(
  mentions: Mention[],
  tokens: readonly Token[],
  clean: string,
  present: Present,
): Mention[] {
  const english = tokens.every((token) => token.language !== 'ta');
  const hasDay = mentions.some((mention) =>
    ['date', 'in', 'now', 'duration', 'weekly'].includes(mention.kind),
  );
  const whole = english && countsFromAnotherDay(clean);
  const found = english && (!hasDay || whole) ? englishDate(clean, present) : null;
  if (found === null) return mentions;
  const date: Mention = {
    kind: 'date',
    date: { kind: 'on', dates: [found], sure: true },
    at: tokens.length,
    length: 0,
    suffix: null,
  };
  return [
    ...mentions.filter((mention) => !whole || (mention.kind !== 'date' && mention.kind !== 'duration')),
    date,
  ];
}

/** Gives a lone number its meaning: what was asked, or the day beside it. Otherwise it stays a number. */
function settleBareNumbers(mentions: readonly Mention[], { asked, draftDate }: UnderstandContext): Mention[] {
  const anchored = mentions.some((mention) => ['date', 'part', 'weekly', 'daily'].includes(mention.kind));
  const hasClock = mentions.some((mention) => ['time', 'range', 'either'].includes(mention.kind));
  return mentions.map((mention) => {
    if (mention.kind !== 'bare') return mention;
    const { value, at, length, suffix } = mention;
    const isDay =
      asked === 'date' ||
      (value > 12 && mentions.some((other) => other.kind === 'date' && other.date.kind === 'weekday'));
    if (isDay && value >= 1 && value <= 31 && mention.minute === 0) {
      if (!mentions.some((other) => other.kind === 'date' && other.date.kind !== 'weekday')) {
        return {
          kind: 'date',
          date: {
            kind: 'calendar',
            day: value,
            month: null,
            year: null,
            monthShift: null,
            words: String(value),
          },
          at,
          length,
          suffix,
        };
      }
    }
    const timeExpected =
      asked === 'time' || anchored || mention.minute > 0 || (draftDate !== undefined && asked !== 'age');
    const beside = mentions.some((other) => other.kind === 'date' && other.at + other.length === at);
    if (timeExpected && (!hasClock || beside) && asked !== 'name') return mention;
    return { kind: 'other-number', at, length, suffix };
  });
}

type ServiceFields = Pick<Reading, 'serviceKind' | 'serviceId' | 'resourceIds' | 'anyResource'>;

function serviceOf(
  say: Evidence,
  intent: Intent,
  mentions: readonly Mention[],
  named: readonly string[],
  context: UnderstandContext,
): ServiceFields {
  const { vocabulary } = context;
  const number = mentions.find((mention) => mention.kind === 'court-number');
  const resourceIds = [...named, ...(number ? courtNumbered(number.value, vocabulary) : [])];
  const kinds = new Set(
    vocabulary.resources
      .filter((resource) => resourceIds.includes(resource.id))
      .map((resource) => resource.kind),
  );
  const forDoctor = say.has('doctor', 'see-doctor', 'symptom', 'come-he') || kinds.has('doctor');
  const forCourt = say.has('court') || kinds.has('court') || number !== undefined;
  const appointment = say.has('appointment') && intent === 'book';
  const serviceKind = forCourt ? 'court' : forDoctor || appointment ? 'consultation' : null;
  const services = vocabulary.services.filter((service) => service.kind === serviceKind);
  return {
    serviceKind,
    serviceId: services.length === 1 ? (services[0]?.id ?? null) : null,
    resourceIds,
    anyResource:
      resourceIds.length === 0 &&
      say.has('any-of') &&
      (say.tokens.some(
        (token, at) => means(token, 'any-of') && means(say.tokens[at + 1], 'court', 'doctor'),
      ) ||
        context.asked === 'doctor'),
  };
}

type MomentFields = Moment & Pick<Reading, 'fromDate' | 'fromTime'>;

/** The wanted moment, and for a change or cancellation the booking's own. */
function momentsOf(
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
  const from = resolveMoment(tokens, parts.from, existing);
  const to = resolveMoment(tokens, parts.to, { ...context, understand: withDay(context, parts.to, from) });
  return {
    ...to,
    fromDate: from.date,
    fromTime: from.time,
    ask: to.ask || (from.ask && to.date === null),
    options: to.options.length > 0 ? to.options : from.options,
  };
}

/** "Monday 6pm or Tuesday 7pm": each day keeps its own time, and the customer is asked. */
function oneOrSeveral(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  context: MomentContext,
): Moment {
  const groups = groupMentions(tokens, mentions);
  const isWhole = groups.every(
    (group) =>
      group.mentions.some((mention) => mention.kind === 'date') &&
      group.mentions.some((mention) => ['time', 'bare'].includes(mention.kind)),
  );
  if (groups.length < 2 || !isWhole) return resolveMoment(tokens, mentions, context);
  const moments = groups.map((group) => resolveMoment(tokens, group.mentions, context));
  const options = moments.flatMap(({ date, time, options: open }) =>
    open.length > 0 ? open : [{ date, time }],
  );
  const [first] = moments;
  return { ...resolveMoment(tokens, [], context), ...(first && { part: first.part }), ask: true, options };
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

function amountsOf(
  mentions: readonly Mention[],
  ranged: number | null,
): Pick<Reading, 'durationMinutes' | 'count' | 'pick'> {
  const duration = mentions.find((mention) => mention.kind === 'duration');
  const count =
    mentions.find((mention) => mention.kind === 'count') ??
    mentions.find((mention) => mention.kind === 'age');
  const pick = mentions.find((mention) => mention.kind === 'pick');
  const now = mentions.some((mention) => mention.kind === 'now');
  return {
    durationMinutes: duration?.minutes ?? ranged,
    count: count?.value ?? null,
    pick: pick?.pick ?? (now ? 'earliest' : null),
  };
}

function wantedLanguage(tokens: readonly Token[]): 'ta' | 'en' | null {
  for (const [at, token] of tokens.entries()) {
    const refused = means(tokens[at + 1], 'no');
    if (!refused && means(token, 'tamil')) return 'ta';
    if (!refused && means(token, 'english')) return 'en';
  }
  return null;
}
