import type { Booking } from '../booking/types';
import type { BookingFact } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import type { BusinessScope } from '../tenancy/types';
import { amountToPay } from '../terms/amount-to-pay';
import type { World } from './types';

/** What is signed in the link to a booking's calendar file. The first one is without a count: it stands in old messages. */
const calendarLinkParts = (
  { businessId }: BusinessScope,
  { id, calendarLink }: Pick<Booking, 'id' | 'calendarLink'>,
): string[] => ['b', businessId, id, ...(calendarLink === 0 ? [] : [String(calendarLink)])];

/** A booking as the chat knows it. */
export const bookingFact = (
  world: Pick<World, 'publicUrl' | 'signLink'>,
  scope: BusinessScope,
  booking: Booking,
): BookingFact => ({
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
  ...moneyFact(booking),
  holdUntil: shownHold(booking),
  coming: booking.comingAt !== null,
  feedback: booking.feedback,
  calendarUrl: `${world.publicUrl}/api/calendar/${world.signLink(calendarLinkParts(scope, booking))}`,
});

type Money = 'terms' | 'toPayPaise' | 'keptPaise' | 'duePaise' | 'refundingPaise' | 'payment';

const moneyFact = (booking: Booking): Pick<BookingFact, Money> => {
  const { terms, pricePaise, askedPaise, keptPaise, refundingPaise, asking } = booking;
  return {
    terms,
    // A hold that has ended is let off its price, and costs it still.
    toPayPaise: amountToPay(terms.rule, terms.deposit, Math.min(pricePaise, askedPaise || pricePaise)),
    keptPaise,
    duePaise: askedPaise - keptPaise,
    refundingPaise,
    payment: asking && { ...asking, payBy: toEpochMinute(new Date(asking.payBy)) },
  };
};

/** A hold that waits for money is kept a little longer than its customer is told: money may be on its way. */
function shownHold({ status, holdUntil, asking }: Booking): number | null {
  if (status !== 'held' || !holdUntil) return null;
  const paying = asking && (asking.state === 'making' || asking.state === 'open');
  return paying
    ? Math.min(toEpochMinute(holdUntil), toEpochMinute(new Date(asking.payBy)))
    : toEpochMinute(holdUntil);
}
