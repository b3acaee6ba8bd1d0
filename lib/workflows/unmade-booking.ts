import type { Booking } from '../booking/types';
import { newId } from '../db/new-id';
import type { BookingId, ServiceId } from '../kernel/ids';
import { termsSchema } from '../terms/schema';

/** A booking that does not exist yet, for wording what would be said of it; its reference is drawn when it does. */
export const unmadeBooking = (
  serviceId: string,
  now: Date,
): Omit<
  Booking,
  'resourceId' | 'unit' | 'pricePaise' | 'askedPaise' | 'priceLines' | 'startsAt' | 'endsAt'
> => ({
  id: newId<BookingId>(),
  reference: '······',
  // The catalogue named it.
  serviceId: serviceId as ServiceId,
  customerId: null,
  attendeeId: null,
  attendeeName: null,
  status: 'confirmed',
  source: 'staff',
  holdUntil: now,
  seriesId: null,
  comingAt: null,
  feedback: null,
  terms: termsSchema.parse({}),
  keptPaise: 0,
  refundingPaise: 0,
  asking: null,
  version: 0,
  calendarLink: 0,
});
