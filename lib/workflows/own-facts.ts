import { listCustomerBookings } from '../booking/queries';
import type { Facts } from '../conversation/types';
import { listAttendees } from '../customers/queries';
import type { Customer } from '../customers/types';
import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import type { World } from './types';

/** This customer's side of the facts: loaded again after effects that change it. */
export type OwnFacts = Pick<Facts, 'customer' | 'bookings' | 'thread'>;

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
  return {
    customer: {
      name: customer.name,
      profileName: customer.profileName,
      language: customer.language,
      blocked: customer.blocked,
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
