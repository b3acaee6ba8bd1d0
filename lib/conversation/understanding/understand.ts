import { attendeeOf } from './attendee';
import { isEmergency } from './emergency';
import { gather, type Evidence } from './intents/evidence';
import { intentOf, isSmallTalk } from './intents/intent';
import { moneyTopic } from './intents/money';
import { messagesMeant } from './intents/requests';
import { wantedLanguage } from './language-words';
import { lex, type Token } from './lex';
import { withoutDenied } from './mentions/denied';
import { countsFromAnotherDay, englishDate } from './mentions/english-date';
import { scan } from './mentions/scan';
import { settleBareNumbers } from './mentions/settle-bare-numbers';
import type { Mention } from './mentions/types';
import { namedDays } from './named-days';
import { aliasedResources, findNames, namedResources } from './names';
import { presentIn, type Present } from './resolve/local-date';
import { momentsOf } from './resolve/moments';
import { restOf } from './rest';
import { serviceOf } from './service-named';
import { spokenLanguage } from './spoken-language';
import { normalise } from './text/normalise';
import { tokenise } from './text/tokenise';
import type { Reading, UnderstandContext } from './types';

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
    withoutDenied(
      scan(tokens, {
        asked: context.asked,
        namedDays: namedDays(context.vocabulary, present),
        courts: context.vocabulary.resources.filter((resource) => resource.kind === 'court').length,
      }),
      tokens,
    ),
    tokens,
    clean,
    present,
  );
  const called = namedResources(names);
  const named = called.length > 0 ? called : aliasedResources(raw, context.vocabulary);
  const settled = settleBareNumbers(mentions, context);
  const say = gather(tokens, settled, context.asked, named.length > 0);
  const verdict = isEmergency(raw) ? ({ intent: 'emergency', confidence: 'strong' } as const) : intentOf(say);
  const away = isSmallTalk(say, verdict.intent);
  const heard = away ? [] : settled;
  const service = serviceOf(say, verdict.intent, heard, named, context);
  const moments = momentsOf(tokens, heard, verdict.intent, say, {
    present,
    understand: context,
    kind: service.serviceKind ?? context.draftKind,
    existing: false,
    weekly: isWeekly(heard),
  });
  const spoken = spokenLanguage(tokens);
  return {
    ...verdict,
    money: verdict.intent === 'payment' ? moneyTopic(say) : null,
    messages: verdict.intent === 'stop' || verdict.intent === 'start' ? messagesMeant(say) : null,
    ...service,
    ...moments,
    ...amountsOf(heard, moments.durationMinutes),
    attendee: away ? null : attendeeOf(tokens),
    elsewhen: elsewhenOf(say),
    weekly: isWeekly(heard) && heard.some((mention) => mention.kind === 'date'),
    language: spoken.language,
    languageClear: spoken.clear,
    wantsLanguage: verdict.intent === 'language' ? wantedLanguage(tokens) : null,
    rest: restOf(clean, tokens, mentions, context.asked),
  };
}

const isWeekly = (mentions: readonly Mention[]): boolean =>
  mentions.some((mention) => mention.kind === 'weekly');

/** English phrases that only chrono knows, tried when we found no day in an English message. */
function withEnglishDate(
  mentions: Mention[],
  tokens: readonly Token[],
  clean: string,
  present: Present,
): Mention[] {
  const english = tokens.every((token) => token.language === null || token.language === 'en');
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

/** Another day or time than the one in hand; one that is named is simply taken. */
const elsewhenOf = (say: Evidence): Reading['elsewhen'] =>
  say.hasMoment ? null : say.has('other-day') ? 'day' : say.has('other-time') ? 'time' : null;
