import { AppError } from '../kernel/app-error';
import type { EpochMinute } from '../kernel/time-range';
import type { AvailabilityInput, Busy, LocalDate } from '../scheduling/types';
import type { Catalog, CatalogService } from './types';

export type Span = {
  fromDate: LocalDate;
  toDate: LocalDate;
  now: EpochMinute;
  /** Absent: each resource's default. */
  durationMinutes?: number;
  /** Absent: any resource. */
  resourceId?: string;
};

/** Throws `not-found` for a service that is not offered. */
export function getService(catalog: Catalog, serviceId: string): CatalogService {
  const service = catalog.services.find((each) => each.id === serviceId);
  if (!service) throw new AppError('not-found', 'This service is not offered.');
  return service;
}

/** The catalogue and the busy times put together as what availability is a function of. */
export function availabilityInput(
  catalog: Catalog,
  service: CatalogService,
  span: Span,
  busy: Busy[],
): AvailabilityInput {
  const { hours, closures, business } = catalog;
  const { priceRules, offerings: resources } = service;
  return { zone: business.zone, service, resources, hours, closures, priceRules, busy, ...span };
}
