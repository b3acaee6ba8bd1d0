import type { Paise } from '../../lib/kernel/money';
import { openOn } from '../../lib/scheduling/open-on';
import { priceOf } from '../../lib/scheduling/price-of';
import type {
  Closure,
  LocalDate,
  OfferedResource,
  PriceRule,
  ServiceRules,
  WeeklyHours,
} from '../../lib/scheduling/types';
import { addDays, toEpochMinuteOf } from '../../lib/scheduling/zone';

type Input = {
  service: Pick<ServiceRules, 'priceBasis' | 'pricePaise' | 'durationMinutes'>;
  resource: Pick<OfferedResource, 'resourceId' | 'pricePaise' | 'durationMinutes'>;
  rules: readonly PriceRule[];
  hours: readonly WeeklyHours[];
  closures: readonly Closure[];
  zone: string;
  /** First of the seven days. */
  from: LocalDate;
};

export type PriceDay = { date: LocalDate; cells: { hour: number; paise: Paise | null }[] };

/**
 * What a visit, or an hour, costs at each full hour of seven days, as customers would pay it; null where it is closed
 * all that hour.
 */
export function weekPrices({ service, resource, rules, hours, closures, zone, from }: Input): PriceDay[] {
  const visit = (resource.durationMinutes ?? service.durationMinutes)[0] ?? 60;
  const durationMinutes = service.priceBasis === 'hour' ? 60 : visit;
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index);
    const open = openOn({ hours, closures }, [resource.resourceId], date);
    const cells = Array.from({ length: 24 }, (_each, hour) => {
      const minute = hour * 60;
      const isOpen = open.some((range) => range.from < minute + 60 && minute < range.to);
      const start = toEpochMinuteOf(date, minute, zone);
      const price = priceOf({ service, resource, priceRules: rules, zone, start, durationMinutes });
      return { hour, paise: isOpen ? price.paise : null };
    });
    return { date, cells };
  });
}
