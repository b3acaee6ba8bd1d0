import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';
import { toBooking, type BookingRow } from './sql/booking-row';
import { changeStatus, type StatusChange } from './sql/change-status';

/** Carries out a status change that the lifecycle allows on a booking that is locked. */
export async function writeStatus(tx: Tx, scope: BusinessScope, change: StatusChange): Promise<Booking> {
  const [row] = await tx.$queryRaw<BookingRow[]>(changeStatus(scope, change));
  if (!row) throw new Error(`Booking ${change.booking.id} vanished under its lock.`);
  return toBooking(row);
}
