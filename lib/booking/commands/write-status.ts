import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';
import { toBooking, type BookingRow } from './sql/booking-row';
import { planReminders } from './plan-reminders';
import { changeStatus, type StatusChange } from './sql/change-status';

/** Carries out a status change that the lifecycle allows on a booking that is locked, and plans its reminders anew. */
export async function writeStatus(tx: Tx, scope: BusinessScope, change: StatusChange): Promise<Booking> {
  const [row] = await tx.$queryRaw<BookingRow[]>(changeStatus(scope, change));
  if (!row) throw new Error(`Booking ${change.booking.id} vanished under its lock.`);
  const booking = toBooking(row);
  // A hold that ends had none.
  if (change.status !== 'expired') await planReminders(tx, scope, booking, change.now);
  return booking;
}
