import { roundToRupee } from '../kernel/money';
import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { priceTimeline, type PriceSegment } from './price-timeline';
import type { OfferedResource, Price, PriceLine, PriceRule, ServiceRules } from './types';
import { zoneDays } from './zone';

/** One slot to be priced; `start` and the length are in minutes, the rules are read in `zone`. */
export type PriceOfInput = {
  service: Pick<ServiceRules, 'priceBasis' | 'pricePaise'>;
  resource: Pick<OfferedResource, 'resourceId' | 'pricePaise'>;
  priceRules: readonly PriceRule[];
  zone: string;
  start: EpochMinute;
  durationMinutes: number;
};

/**
 * The price of one slot in paise, with a line for each price it passes through; the lines add up to the total.
 * By the hour, each minute costs what the most specific rule at that minute says and the total is rounded to the
 * rupee. By the visit, the rule at the start decides and nothing is rounded. Where no rule applies the
 * resource's own price stands, or else the service's. Source: docs/pricing.md.
 */
export function priceOf({
  service,
  resource,
  priceRules,
  zone,
  start,
  durationMinutes,
}: PriceOfInput): Price {
  const days = zoneDays(zone);
  const end = start + durationMinutes;
  const timeline = priceTimeline({
    rules: rulesFor(priceRules, resource.resourceId),
    pricePaise: resource.pricePaise ?? service.pricePaise,
    days,
    first: days.dayOf(start),
    last: days.dayOf(end),
  });
  return service.priceBasis === 'visit'
    ? visitPrice(timeline, start, durationMinutes)
    : hourPrice(timeline, { start, end });
}

/** The rules that can concern one resource: its own and those for all. */
export const rulesFor = (rules: readonly PriceRule[], resourceId: string): PriceRule[] =>
  rules.filter((rule) => rule.resourceId === null || rule.resourceId === resourceId);

function visitPrice(timeline: readonly PriceSegment[], start: EpochMinute, minutes: number): Price {
  const segment = timeline.find((candidate) => candidate.start <= start && start < candidate.end);
  const paise = segment?.pricePaise ?? 0;
  return { paise, lines: [{ label: segment?.rule?.label ?? null, minutes, paise }] };
}

function hourPrice(timeline: readonly PriceSegment[], slot: TimeRange): Price {
  const minutesByRule = new Map<PriceRule | null, { minutes: number; pricePaise: number }>();
  for (const segment of timeline) {
    const minutes = Math.min(slot.end, segment.end) - Math.max(slot.start, segment.start);
    if (minutes <= 0) continue;
    const before = minutesByRule.get(segment.rule)?.minutes ?? 0;
    minutesByRule.set(segment.rule, { minutes: before + minutes, pricePaise: segment.pricePaise });
  }
  const lines: PriceLine[] = [];
  let paiseMinutes = 0;
  let paise = 0;
  // Each line is the growth of the rounded total, so that lines in whole rupees add up to it exactly.
  for (const [rule, part] of minutesByRule) {
    paiseMinutes += part.minutes * part.pricePaise;
    const total = roundToRupee(paiseMinutes / 60);
    lines.push({ label: rule?.label ?? null, minutes: part.minutes, paise: total - paise });
    paise = total;
  }
  return { paise, lines };
}
