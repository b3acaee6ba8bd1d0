import { findBooking, findBookingByReference } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import type { BusinessScope } from '../tenancy/types';

/**
 * A booking by its id or reference, as this member may see it: `within` is a practitioner's own calendar, null for the
 * desk. Throws `not-found` for anybody else's.
 */
export async function findDeskBooking(
  db: Db,
  scope: BusinessScope,
  of: { booking: string; within: string | null },
): Promise<Booking> {
  const found = of.booking.includes('-')
    ? await findBooking(db, scope, of.booking)
    : await findBookingByReference(db, scope, of.booking);
  if (!found || (of.within !== null && found.resourceId !== of.within))
    throw new AppError('not-found', 'There is no such booking.');
  return found;
}
