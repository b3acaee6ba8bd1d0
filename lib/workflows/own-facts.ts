import { listCustomerBookings } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Facts } from '../conversation/types';
import { listAttendees } from '../customers/queries';
import type { Attendee, Customer } from '../customers/types';
import type { Db } from '../db/client';
import { listOwnPacks } from '../packs/queries';
import type { BusinessScope } from '../tenancy/types';
import type { OwnPack } from '../terms/packs';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import type { World } from './types';

/** This customer's side of the facts. */
export type OwnFacts = Pick<Facts, 'customer' | 'bookings' | 'packs' | 'thread'>;

/** This customer's side of the facts as it is now: loaded again after effects that change it. */
export async function loadOwnFacts(
  world: World,
  db: Db,
  scope: BusinessScope,
  customer: Customer,
  thread: Thread,
): Promise<OwnFacts> {
  const now = world.clock.now();
  const attendees = await listAttendees(db, scope, customer.id);
  const bookings = await listCustomerBookings(db, scope, { customerId: customer.id, now, endedHolds: true });
  const packs = await listOwnPacks(db, scope, { customerId: customer.id, now });
  return ownFacts(world, scope, { customer, thread, attendees, bookings, packs });
}

/** The facts that follow from what was read. */
export const ownFacts = (
  world: World,
  scope: BusinessScope,
  own: { customer: Customer; thread: Thread; attendees: Attendee[]; bookings: Booking[]; packs: OwnPack[] },
): OwnFacts => ({
  customer: {
    name: own.customer.name,
    profileName: own.customer.profileName,
    language: own.customer.language,
    blocked: own.customer.blocked,
    attendees: own.attendees.map(({ id, name, relation, birthYear }) => ({
      id,
      name,
      relation,
      ...(birthYear !== null && { age: world.clock.now().getUTCFullYear() - birthYear }),
    })),
  },
  bookings: own.bookings.map((booking) => bookingFact(world, scope, booking)),
  packs: own.packs,
  thread: {
    handledBy: own.thread.handledBy,
    handedOverAt: own.thread.handedOverAt,
    lastStaffAt: own.thread.lastStaffAt,
  },
});

/** The facts for a message that speaks of its own booking alone: as much of a customer as their name and language. */
export const nameFacts = (
  customer: Pick<Customer, 'name' | 'profileName' | 'language'> | null,
): OwnFacts => ({
  customer: {
    name: customer?.name ?? null,
    profileName: customer?.profileName ?? null,
    language: customer?.language ?? null,
    blocked: false,
    attendees: [],
  },
  bookings: [],
  packs: [],
  thread: { handledBy: 'bot', handedOverAt: null, lastStaffAt: null },
});
