import { notFound } from 'next/navigation';
import type { BookingDetail } from '../booking/desk/schema';
import { bookingParams } from '../booking/desk/schema';
import { AppError } from '../kernel/app-error';
import type { Membership } from '../tenancy/types';
import { loadBooking } from '../workflows/load-booking';
import { world } from './world';

/** The booking of a page's address; "not found" for one that this member may not see. */
export async function loadBookingPage(membership: Membership, reference: string): Promise<BookingDetail> {
  const read = bookingParams.safeParse({ booking: reference });
  if (!read.success) notFound();
  const { database, clock } = world();
  const { scope, resourceId: within } = membership;
  try {
    return await loadBooking(database.prisma, scope, { ...read.data, within, now: clock.now() });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
}
