import type { PriceRule } from './types';

/**
 * Which of two rules that both apply is the more specific: negative when `a` is. Never zero for two rules that
 * differ in effect, so the order in which they were loaded decides nothing. Source: docs/pricing.md.
 */
export function bySpecificity(a: PriceRule, b: PriceRule): number {
  return (
    Number(hasPeriod(b)) - Number(hasPeriod(a)) ||
    Number(b.resourceId !== null) - Number(a.resourceId !== null) ||
    Number(hasHours(b)) - Number(hasHours(a)) ||
    Number(b.weekdays.length > 0) - Number(a.weekdays.length > 0) ||
    byNarrowness(a, b) ||
    a.pricePaise - b.pricePaise ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** A price with only a first or only a last day is a standing price that changes once, not a special period. */
const hasPeriod = (rule: PriceRule): boolean => rule.validFrom !== undefined && rule.validTo !== undefined;

const hasHours = (rule: PriceRule): boolean => rule.fromMinute !== undefined || rule.toMinute !== undefined;

const byNarrowness = (a: PriceRule, b: PriceRule): number =>
  periodDays(a) - periodDays(b) ||
  minutesOf(a) - minutesOf(b) ||
  weekdayCount(a) - weekdayCount(b) ||
  compareText(b.validFrom ?? '', a.validFrom ?? '');

const periodDays = (rule: PriceRule): number =>
  rule.validFrom !== undefined && rule.validTo !== undefined
    ? (Date.parse(rule.validTo) - Date.parse(rule.validFrom)) / 86_400_000
    : 0;

const minutesOf = (rule: PriceRule): number => (rule.toMinute ?? 1440) - (rule.fromMinute ?? 0);

const weekdayCount = (rule: PriceRule): number => (rule.weekdays.length === 0 ? 7 : rule.weekdays.length);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
