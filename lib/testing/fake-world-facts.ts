import type { AvailabilityQuery, Facts, ResourceFact, ServiceFact } from '../conversation/types';
import { vocabularyOf } from '../conversation/understanding/vocabulary';
import { toEpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { Busy, DayAvailability } from '../scheduling/types';
import { localDateOf } from '../scheduling/zone';
import type { CatalogService } from '../catalog/types';
import type { World } from './fake-world-types';

const resourceFacts = (world: World, service: CatalogService): ResourceFact[] =>
  service.offerings.flatMap((offering) => {
    const resource = world.catalog.resources.find(({ id }) => id === offering.resourceId);
    if (resource === undefined) return [];
    const { id, kind, name, detail } = resource;
    return [{ id, kind, name, detail, durationMinutes: offering.durationMinutes ?? service.durationMinutes }];
  });

const weekHours = (world: World, service: CatalogService): ServiceFact['weekHours'] => {
  const own = new Set(service.offerings.map(({ resourceId }) => resourceId));
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const rows = world.catalog.hours.filter((row) => row.kind === 'open' && row.weekday === weekday);
    const specific = rows.filter((row) => row.resourceId !== null && own.has(row.resourceId));
    const ranges = (specific.length > 0 ? specific : rows.filter((row) => row.resourceId === null)).map(
      ({ opensMinute, closesMinute }) => ({ from: opensMinute, to: closesMinute }),
    );
    const unique = new Map(ranges.map((range) => [`${String(range.from)}-${String(range.to)}`, range]));
    return { weekday, ranges: [...unique.values()].sort((a, b) => a.from - b.from) };
  });
};

const pricesOf = (service: CatalogService): number[] => [
  ...service.offerings.map(({ pricePaise }) => pricePaise ?? service.pricePaise),
  ...service.priceRules.map(({ pricePaise }) => pricePaise),
];

const serviceFact = (world: World, service: CatalogService): ServiceFact => ({
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
  fromPaise: Math.min(...pricesOf(service)),
  toPaise: Math.max(...pricesOf(service)),
  priceBasis: service.priceBasis,
  resources: resourceFacts(world, service),
  weekHours: weekHours(world, service),
});

const busyOf = (world: World, except: string | null): Busy[] => {
  const now = toEpochMinute(world.now);
  const standing = [...world.bookings, ...world.others].filter(
    ({ id, status, holdUntil }) =>
      id !== except && (status === 'confirmed' || (status === 'held' && (holdUntil ?? 0) > now)),
  );
  const moves = world.moves.filter(({ bookingId, holdUntil }) => bookingId !== except && holdUntil > now);
  return [...standing, ...moves].map(({ resourceId, startsAt, durationMinutes }) => ({
    resourceId,
    unit: 1,
    start: startsAt,
    end: startsAt + durationMinutes,
  }));
};

/** Real availability over what the world has taken. */
export const availabilityIn = (world: World, query: AvailabilityQuery): DayAvailability[] => {
  const service = world.catalog.services.find(({ id }) => id === query.serviceId);
  if (service === undefined) return [];
  return availability({
    zone: world.catalog.business.zone,
    now: toEpochMinute(world.now),
    service,
    resources: service.offerings,
    hours: world.catalog.hours,
    closures: world.catalog.closures,
    priceRules: service.priceRules,
    busy: busyOf(world, query.exceptBookingId),
    fromDate: query.fromDate,
    toDate: query.toDate,
    ...(query.durationMinutes === null ? {} : { durationMinutes: query.durationMinutes }),
    ...(query.resourceId === null ? {} : { resourceId: query.resourceId }),
  });
};

/** What a turn may know of the world as it stands. */
export const factsOf = (world: World): Facts => {
  const { business } = world.catalog;
  const now = toEpochMinute(world.now);
  return {
    now: world.now,
    zone: business.zone,
    today: localDateOf(now, business.zone),
    business: {
      name: business.name,
      address: business.address,
      phone: business.phone,
      mapUrl: 'https://maps.google.com/?q=13.0418,80.2341',
      defaultLanguage: business.defaultLanguage,
      wording: business.wording,
      staffIdleMinutes: business.staffIdleMinutes,
    },
    services: world.catalog.services.map((service) => serviceFact(world, service)),
    vocabulary: vocabularyOf(world.catalog, localDateOf(now, business.zone)),
    customer: world.customer,
    bookings: world.bookings
      .map((booking) => ({
        ...booking,
        status:
          booking.status === 'held' && (booking.holdUntil ?? 0) <= now
            ? ('expired' as const)
            : booking.status,
      }))
      .sort((a, b) => a.startsAt - b.startsAt),
    packs: world.packs,
    thread: world.thread,
    availability: (query) => availabilityIn(world, query),
  };
};
