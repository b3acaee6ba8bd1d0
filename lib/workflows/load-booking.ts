import { findDeskExtras } from '../booking/desk/queries';
import type { BookingDetail, TimelineEntry } from '../booking/desk/schema';
import { listBookingEvents, listStanding, type BookingEvent } from '../booking/queries';
import { listReminders, type BookingReminder } from '../booking/reminders/queries';
import { listNamed } from '../customers/queries';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { isUuid } from '../kernel/uuid';
import { listStaffNames } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import { findLatestThread, listMessagesOfBooking } from '../threads/queries';
import { findDeskBooking } from './find-desk-booking';

const mostMessages = 40;

/** A booking with all that happened to it and all we wrote to its customer about it, in one line of time. */
export async function loadBooking(
  db: Db,
  scope: BusinessScope,
  of: { booking: string; within: string | null; now: Date },
): Promise<BookingDetail> {
  const booking = await findDeskBooking(db, scope, of);
  const { customerId, status, holdUntil, reference } = booking;
  const [extras, events, messages, thread, [customer], standing, reminders] = await Promise.all([
    findDeskExtras(db, scope, booking.id),
    listBookingEvents(db, scope, booking.id),
    listMessagesOfBooking(db, scope, { bookingId: booking.id, limit: mostMessages }),
    customerId ? findLatestThread(db, scope, customerId) : null,
    listNamed(db, scope, customerId ? [customerId] : []),
    booking.seriesId ? listStanding(db, scope, { bookingId: booking.id, reach: 'all', now: of.now }) : null,
    listReminders(db, scope, booking.id),
  ]);
  const ended = status === 'expired' || (status === 'held' && holdUntil !== null && holdUntil <= of.now);
  if (!extras) throw new AppError('not-found', 'There is no such booking.');
  const names = await listStaffNames(
    db,
    scope,
    events.flatMap(({ actor }) => (actor.kind === 'staff' && actor.id && isUuid(actor.id) ? [actor.id] : [])),
  );
  const { note, createdAt, serviceKind, serviceName, resourceName, payment } = extras;
  return {
    id: booking.id,
    reference,
    serviceId: booking.serviceId,
    serviceKind: serviceKind === 'court' ? 'court' : 'consultation',
    serviceName,
    resourceId: booking.resourceId,
    resourceName,
    customerId,
    customerName: customer?.name ?? null,
    phone: customer?.phone ?? null,
    attendeeName: booking.attendeeName,
    // A hold that ended is shown as what it came to: nothing.
    status: ended ? 'cancelled' : status,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    pricePaise: booking.pricePaise,
    keptPaise: booking.keptPaise,
    duePaise: status === 'cancelled' ? 0 : booking.askedPaise - booking.keptPaise,
    priceLines: booking.priceLines,
    payment,
    source: booking.source,
    createdAt: createdAt.toISOString(),
    version: booking.version,
    note,
    holdUntil: status === 'held' && !ended ? (holdUntil?.toISOString() ?? null) : null,
    threadId: thread?.id ?? null,
    comingAt: booking.comingAt?.toISOString() ?? null,
    feedback: booking.feedback,
    series: standing && {
      standing: standing.length,
      following: standing.filter(({ startsAt }) => startsAt >= booking.startsAt).length,
    },
    timeline: [
      ...events.map((event) => eventEntry(event, names)),
      ...messages.map((message): TimelineEntry => ({
        what: 'message',
        ...message,
        at: message.at.toISOString(),
      })),
      ...reminders.flatMap(reminderEntry),
    ].sort((one, other) => secondOf(one) - secondOf(other)),
  };
}

/** Within a second what was done comes before what was said of it: the clock of a turn starts with its message. */
const secondOf = ({ at }: TimelineEntry): number => Math.floor(Date.parse(at) / 1000);

/** What was sent stands among the messages. */
const reminderEntry = ({ kind, status, reason, at }: BookingReminder): TimelineEntry[] =>
  status === 'sent' ? [] : [{ what: 'reminder', at: at.toISOString(), kind, reason }];

function eventEntry(event: BookingEvent, names: Map<string, string>): TimelineEntry {
  const { kind, at, actor, from, reason } = event;
  const start = from !== null && typeof from === 'object' && 'startsAt' in from ? from.startsAt : null;
  return {
    what: 'event',
    at: at.toISOString(),
    kind: kind === 'held' && start !== null ? 'move-held' : kind,
    by: actor.kind,
    name: actor.kind === 'staff' ? (names.get(actor.id ?? '') ?? null) : null,
    reason,
    fromStart: typeof start === 'string' ? new Date(start).toISOString() : null,
  };
}
