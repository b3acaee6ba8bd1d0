import type { Catalog, CatalogService } from '../catalog/types';
import type { ServiceFact } from '../conversation/types';
import { openOn } from '../scheduling/open-on';
import type { LocalDate, WeeklyHours } from '../scheduling/types';
import { addDays, weekdayOf } from '../scheduling/zone';

/** A service as the chat knows it: names, lengths, price range, who offers it and the usual week. */
export function serviceFact(catalog: Catalog, service: CatalogService, today: LocalDate): ServiceFact {
  const offered = new Map(service.offerings.map((one) => [one.resourceId, one]));
  const prices = [
    ...service.offerings.map((one) => one.pricePaise ?? service.pricePaise),
    ...service.priceRules.map((rule) => rule.pricePaise),
  ];
  return {
    id: service.id,
    kind: service.kind,
    name: service.name,
    durationMinutes: service.durationMinutes,
    horizonDays: service.horizonDays,
    noticeMinutes: service.noticeMinutes,
    changeNoticeMinutes: service.changeNoticeMinutes,
    reviewHoldMinutes: service.reviewHoldMinutes,
    paymentRule: service.paymentRule,
    deposit: service.deposit,
    refundRule: service.refundRule,
    payHoldMinutes: service.payHoldMinutes,
    fromPaise: Math.min(...prices, ...(prices.length === 0 ? [service.pricePaise] : [])),
    toPaise: Math.max(...prices, ...(prices.length === 0 ? [service.pricePaise] : [])),
    priceBasis: service.priceBasis,
    resources: catalog.resources
      .filter((resource) => offered.has(resource.id))
      .map((resource) => ({
        id: resource.id,
        kind: resource.kind,
        name: resource.name,
        detail: resource.detail,
        durationMinutes: offered.get(resource.id)?.durationMinutes ?? service.durationMinutes,
      })),
    weekHours: usualWeek(catalog.hours, [...offered.keys()], today),
  };
}

/** The open ranges of a usual week, over all who offer the service; holidays are not in it. */
function usualWeek(hours: WeeklyHours[], resourceIds: string[], today: LocalDate): ServiceFact['weekHours'] {
  const week = Array.from({ length: 7 }, (_, index) => addDays(today, index));
  return week
    .map((date) => ({
      weekday: weekdayOf(date),
      ranges: openOn({ hours, closures: [] }, resourceIds, date),
    }))
    .sort((a, b) => a.weekday - b.weekday);
}
