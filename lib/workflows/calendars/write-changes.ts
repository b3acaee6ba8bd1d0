import type { CalendarRefusal, OutsideCalendar, OwnEvent } from '../../calendars/types';
import { transaction } from '../../db/transaction';
import { inLanguage } from '../../kernel/local-text';
import { fail, ok, type Result } from '../../kernel/result';
import { noteCopy } from '../../mirrors/commands/copies';
import { entryText } from '../../mirrors/entry-text';
import { listToCopy } from '../../mirrors/links/queries';
import type { CalendarLink, MirroredBooking, Titles, ToCopy } from '../../mirrors/types';
import type { BusinessProfile, BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { bookingPage } from './calendar-feed';

/** A look at one linked calendar. */
export type Look = {
  world: World;
  scope: BusinessScope;
  link: CalendarLink;
  calendar: OutsideCalendar;
  business: BusinessProfile;
  titles: Titles;
};

/** So many at most in one look: other calendars wait for their turn. */
const most = 40;

/** How a booking is to look in a linked calendar; null: it is not to be there. */
export function wantedEvent(
  { world, link, business, titles }: Pick<Look, 'world' | 'link' | 'business' | 'titles'>,
  booking: MirroredBooking,
): OwnEvent | null {
  const { status } = booking;
  if (status === 'cancelled') return null;
  if (link.resourceId !== null && booking.resourceId !== link.resourceId) return null;
  const language = business.defaultLanguage;
  const url = bookingPage(world, business, booking.reference);
  const style = { titles, language, namesResource: link.resourceId === null, pageUrl: url };
  return {
    bookingId: booking.id,
    version: booking.version,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    zone: business.zone,
    ...entryText(booking, style),
    place: inLanguage(business.address, language),
    url,
    status,
  };
}

/**
 * Makes a linked calendar say what the bookings say. Each event's id is its booking's, and what was done is written down
 * after it was done: a worker that dies between the two does it again, and one event comes of it. Gives how many were
 * written, and whether there are more.
 */
export async function writeChanges(
  look: Look,
): Promise<Result<{ written: number; more: boolean }, CalendarRefusal>> {
  const { world, scope, link } = look;
  const { prisma } = world.database;
  const bookings = await listToCopy(prisma, scope, { link, now: world.clock.now(), limit: most });
  for (const booking of bookings) {
    const done = await writeOne(look, booking);
    if (!done.ok) return fail(done);
  }
  return ok({ written: bookings.length, more: bookings.length === most });
}

async function writeOne(look: Look, booking: ToCopy): Promise<Result<null, CalendarRefusal>> {
  const { world, scope, link, calendar } = look;
  const event = wantedEvent(look, booking);
  const done = event
    ? await calendar.putEvent(link.calendarId, event, booking.copied !== null)
    : booking.copied?.shown
      ? await calendar.removeEvent(link.calendarId, booking.id)
      : ok(null);
  // What is refused for good must not keep the others waiting; it is tried again with the booking's next change.
  if (!done.ok && done.reason === 'invalid')
    world.log.error({ booking: booking.id, detail: done.detail }, 'an outside calendar refused an event');
  else if (!done.ok) return done;
  const { id: bookingId, version, startsAt, endsAt } = booking;
  const shown = event !== null && done.ok;
  await transaction(world.database, (tx) =>
    noteCopy(tx, scope, {
      linkId: link.id,
      bookingId,
      version,
      shown,
      startsAt,
      endsAt,
      now: world.clock.now(),
    }),
  );
  return ok(null);
}
