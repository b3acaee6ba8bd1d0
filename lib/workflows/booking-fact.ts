import type { Booking } from '../booking/types';
import type { BookingFact } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import type { BusinessScope } from '../tenancy/types';
import type { World } from './types';

/** A booking as the chat knows it. */
export const bookingFact = (world: World, scope: BusinessScope, booking: Booking): BookingFact => ({
  id: booking.id,
  reference: booking.reference,
  serviceId: booking.serviceId,
  resourceId: booking.resourceId,
  startsAt: toEpochMinute(booking.startsAt),
  durationMinutes: toEpochMinute(booking.endsAt) - toEpochMinute(booking.startsAt),
  status: booking.status,
  attendeeId: booking.attendeeId,
  attendeeName: booking.attendeeName,
  pricePaise: booking.pricePaise,
  holdUntil: booking.status === 'held' && booking.holdUntil ? toEpochMinute(booking.holdUntil) : null,
  calendarUrl: `${world.publicUrl}/api/calendar/${world.signLink(['b', scope.businessId, booking.id])}`,
});
