import { listCustomerBookings } from '../booking/queries';
import { loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Facts } from '../conversation/types';
import { vocabularyOf } from '../conversation/understanding/vocabulary';
import { listAttendees } from '../customers/queries';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import { toEpochMinute } from '../kernel/time-range';
import { localDateOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import { serviceFact } from './catalog-facts';
import type { World } from './types';

type Own = 'customer' | 'bookings' | 'thread';
/** What does not change within a turn. */
export type StandingFacts = Omit<Facts, Own | 'availability'> & { catalog: Catalog };
/** What a turn's own effects change. */
export type OwnFacts = Pick<Facts, Own>;

/** The business as the chat knows it: one statement, whatever the number of services, courts and doctors. */
export async function loadStandingFacts(tx: Tx, scope: BusinessScope, now: Date): Promise<StandingFacts> {
  const catalog = await loadCatalog(tx, scope);
  const { business } = catalog;
  const today = localDateOf(toEpochMinute(now), business.zone);
  const { latitude, longitude } = business;
  return {
    catalog,
    now,
    zone: business.zone,
    today,
    business: {
      name: business.name,
      address: business.address,
      phone: business.phone,
      mapUrl:
        latitude !== null && longitude !== null
          ? `https://maps.google.com/?q=${latitude},${longitude}`
          : null,
      defaultLanguage: business.defaultLanguage,
      wording: business.wording,
      staffIdleMinutes: business.staffIdleMinutes,
    },
    services: catalog.services.map((service) => serviceFact(catalog, service, today)),
    vocabulary: vocabularyOf(catalog, today),
  };
}

/** This customer's side: loaded again after effects that change it. */
export async function loadOwnFacts(
  world: World,
  tx: Tx,
  scope: BusinessScope,
  customer: Customer,
  thread: Thread,
): Promise<OwnFacts> {
  const now = world.clock.now();
  const attendees = await listAttendees(tx, scope, customer.id);
  const bookings = await listCustomerBookings(tx, scope, { customerId: customer.id, now });
  return {
    customer: {
      name: customer.name,
      profileName: customer.profileName,
      language: customer.language,
      attendees: attendees.map(({ id, name, relation, birthYear }) => ({
        id,
        name,
        relation,
        ...(birthYear !== null && { age: now.getUTCFullYear() - birthYear }),
      })),
    },
    bookings: bookings.map((booking) => bookingFact(world, scope, booking)),
    thread: {
      handledBy: thread.handledBy,
      handedOverAt: thread.handedOverAt,
      lastStaffAt: thread.lastStaffAt,
    },
  };
}
