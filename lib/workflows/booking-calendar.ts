import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { findBooking } from '../booking/queries';
import { listNames } from '../catalog/queries';
import { getCustomer } from '../customers/queries';
import { inLanguage } from '../kernel/local-text';
import { getBusiness } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import { readLinkToken } from '../vault/link-token';
import type { World } from './types';

/**
 * The iCalendar file behind a booking's link, in the customer's language; null for a token that is not ours.
 * Times are UTC, so no zone block is needed; the id stays the same for ever and the sequence grows with each
 * change, so that a calendar which read it before follows. No phone number, no reason for a visit.
 * Source: RFC 5545 §3.8.4.7 UID, §3.8.7.4 SEQUENCE.
 */
export async function bookingCalendar(world: World, secret: string, token: string): Promise<string | null> {
  const [kind, businessId, bookingId] = readLinkToken(secret, token) ?? [];
  if (kind !== 'b' || !businessId || !bookingId) return null;
  const scope = scopeOf(businessId);
  const db = world.database.prisma;
  const booking = await findBooking(db, scope, bookingId);
  if (!booking) return null;
  const business = await getBusiness(db, scope);
  const names = await listNames(db, scope, booking);
  const customer = booking.customerId ? await getCustomer(db, scope, booking.customerId) : null;
  const language = customer?.language ?? business.defaultLanguage;
  const over = booking.status === 'cancelled' || booking.status === 'expired';
  const calendar = ical({ prodId: '//Neram//Booking//EN', method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${booking.id}@neram`,
    sequence: booking.version,
    stamp: world.clock.now(),
    start: booking.startsAt,
    end: booking.endsAt,
    summary: `${inLanguage(names.resource, language)} – ${inLanguage(business.name, language)} (${booking.reference})`,
    location: inLanguage(business.address, language),
    status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
