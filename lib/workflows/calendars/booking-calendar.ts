import { findBooking } from '../../booking/queries';
import { writeCalendar } from '../../calendars/ical';
import { getCustomer } from '../../customers/queries';
import type { Db } from '../../db/client';
import { agendaText } from '../../i18n/agenda-text';
import { inLanguage, type Language } from '../../kernel/local-text';
import { findMirrored } from '../../mirrors/queries';
import { getBusiness } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';

/** The iCalendar file behind a booking's link, in the customer's language; null for a token that is not ours, and for a link that was made new. */
export async function linkedBookingCalendar(
  world: World,
  secret: string,
  token: string,
): Promise<string | null> {
  const [kind, businessId, bookingId, link = '0'] = readLinkToken(secret, token) ?? [];
  if (kind !== 'b' || !businessId || !bookingId) return null;
  const scope = scopeOf(businessId);
  const booking = await findBooking(world.database.prisma, scope, bookingId);
  if (!booking || String(booking.calendarLink) !== link) return null;
  return bookingCalendar(world.database.prisma, scope, { bookingId, language: null });
}

/**
 * One booking as an iCalendar file, in its customer's language where none is given; null for a hold. The id stays the
 * same for ever and the sequence grows with each change, so that a calendar which read it before follows. It is for the
 * customer's own calendar: no name, no phone number, no reason for a visit.
 * Source: RFC 5545 §3.8.4.7 UID, §3.8.7.4 SEQUENCE.
 */
export async function bookingCalendar(
  db: Db,
  scope: BusinessScope,
  of: { bookingId: string; language: Language | null },
): Promise<string | null> {
  const booking = await findMirrored(db, scope, of.bookingId);
  if (!booking) return null;
  const business = await getBusiness(db, scope);
  const customer = booking.customerId ? await getCustomer(db, scope, booking.customerId) : null;
  const language = of.language ?? customer?.language ?? business.defaultLanguage;
  const cancelled = booking.status === 'cancelled';
  const title = `${inLanguage(booking.resourceName, language)} – ${inLanguage(business.name, language)} (${booking.reference})`;
  return writeCalendar({
    name: null,
    zone: business.zone,
    entries: [
      {
        ...booking,
        title: cancelled ? agendaText(language)('cancelled', { title }) : title,
        details: '',
        place: inLanguage(business.address, language),
        url: null,
        cancelled,
      },
    ],
  });
}
