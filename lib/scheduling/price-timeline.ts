import { roundToRupee, type Paise } from '../kernel/money';
import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { bySpecificity } from './price-rule-order';
import type { PriceRule, ServiceRules } from './types';
import { weekdayOfDayNumber, type DayNumber, type ZoneDays } from './zone';

/** A stretch of time with one price; `rule` is null where the service's or resource's own price stands. */
export type PriceSegment = TimeRange & { rule: PriceRule | null; pricePaise: Paise };

/** What a timeline is made of. `pricePaise` is the price where no rule applies; the span is inclusive. */
export type PriceTimelineInput = {
  rules: readonly PriceRule[];
  pricePaise: Paise;
  days: ZoneDays;
  first: DayNumber;
  last: DayNumber;
};

/** A rule as it reaches into one local day, in minutes of that day. */
type RuleOnDay = { rule: PriceRule; from: number; to: number };

/** Lays the winning prices of one resource end to end over a span of days: no gaps, in order. */
export function priceTimeline({ rules, pricePaise, days, first, last }: PriceTimelineInput): PriceSegment[] {
  const ordered = [...rules].sort(bySpecificity);
  const segments: PriceSegment[] = [];
  let open: PriceSegment | undefined;
  for (let day = first; day <= last; day += 1) {
    const onDay = rulesOnDay(ordered, day, days);
    const edges = [...new Set([0, 1440, ...onDay.flatMap(({ from, to }) => [from, to])])].sort(
      (a, b) => a - b,
    );
    edges.forEach((edge, index) => {
      const next = edges[index + 1];
      if (next === undefined) return;
      const rule = onDay.find(({ from, to }) => from <= edge && edge < to)?.rule ?? null;
      const [start, end] = [days.at(day, edge), days.at(day, next)];
      if (open && open.rule === rule) open.end = end;
      else if (start < end) {
        segments.push((open = { start, end, rule, pricePaise: rule?.pricePaise ?? pricePaise }));
      }
    });
  }
  return segments;
}

/** A rule belongs to the day on which its hours begin, also for the part of them past midnight. */
function rulesOnDay(ordered: readonly PriceRule[], day: DayNumber, days: ZoneDays): RuleOnDay[] {
  const result: RuleOnDay[] = [];
  for (const rule of ordered) {
    const from = rule.fromMinute ?? 0;
    const to = rule.toMinute ?? 1440;
    if (from < 1440 && from < to && appliesOn(rule, day, days)) {
      result.push({ rule, from, to: Math.min(to, 1440) });
    }
    if (to > 1440 && from < to && appliesOn(rule, day - 1, days)) {
      result.push({ rule, from: Math.max(from - 1440, 0), to: Math.min(to - 1440, 1440) });
    }
  }
  return result;
}

function appliesOn(rule: PriceRule, day: DayNumber, days: ZoneDays): boolean {
  if (rule.weekdays.length > 0 && !rule.weekdays.includes(weekdayOfDayNumber(day))) return false;
  const date = days.dateOf(day);
  return (
    (rule.validFrom === undefined || rule.validFrom <= date) &&
    (rule.validTo === undefined || date <= rule.validTo)
  );
}

/** Prices slots asked for in ascending order, reading the timeline through once. Paise, as `priceOf` would say. */
export function slotPricer(
  timeline: readonly PriceSegment[],
  basis: ServiceRules['priceBasis'],
): (start: EpochMinute, durationMinutes: number) => Paise {
  let at = 0;
  return (start, durationMinutes) => {
    let segment = timeline[at];
    while (segment && segment.end <= start) segment = timeline[(at += 1)];
    if (basis === 'visit') return segment?.pricePaise ?? 0;
    const end = start + durationMinutes;
    let paiseMinutes = 0;
    for (let next = at; segment && segment.start < end; segment = timeline[(next += 1)]) {
      paiseMinutes += segment.pricePaise * (Math.min(end, segment.end) - Math.max(start, segment.start));
    }
    return roundToRupee(paiseMinutes / 60);
  };
}
