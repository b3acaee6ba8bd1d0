import type { Candidate } from '../../booking/types';
import type { DayAvailability } from '../../scheduling/types';
import { chooseMembership, memberPaise, type OwnPack, type Visit } from '../../terms/packs';

/** The same places at a member's price, where the customer is one: what it is less stands in the price as a line. */
export function asMember(packs: readonly OwnPack[], visit: Visit, candidates: Candidate[]): Candidate[] {
  const membership = chooseMembership(packs, visit);
  const percent = membership?.memberPercent;
  if (!membership || percent == null) return candidates;
  return candidates.map((candidate) => {
    const pricePaise = memberPaise(candidate.pricePaise, percent);
    const line = { label: membership.name, minutes: 0, paise: pricePaise - candidate.pricePaise };
    return line.paise === 0
      ? candidate
      : { ...candidate, pricePaise, priceLines: [...candidate.priceLines, line] };
  });
}

/** The same free times at a member's prices, where the customer is one. */
export function membersDays(
  packs: readonly OwnPack[],
  serviceId: string,
  days: DayAvailability[],
): DayAvailability[] {
  if (!packs.some(({ kind }) => kind === 'membership')) return days;
  return days.map((day) => {
    const percent = chooseMembership(packs, { serviceId, on: day.date, durationMinutes: 0 })?.memberPercent;
    if (percent == null) return day;
    const slots = day.slots.map((slot) => ({
      ...slot,
      free: slot.free.map((one) => ({ ...one, pricePaise: memberPaise(one.pricePaise, percent) })),
    }));
    return { ...day, slots };
  });
}
