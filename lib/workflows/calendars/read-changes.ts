import { callWaiting } from '../../booking/commands/call-waiting';
import { mirrorBusy } from '../../booking/commands/mirror-busy';
import type { CalendarRefusal, OutsideEvent } from '../../calendars/types';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { fail, ok, type Result } from '../../kernel/result';
import { fromEpochMinute, toEpochMinute } from '../../kernel/time-range';
import { publish } from '../../live/publish';
import { writeBusy } from '../../mirrors/commands/busy';
import { closeEdits, openConflicts, refreshOverlaps } from '../../mirrors/commands/conflicts';
import { tellAgain } from '../../mirrors/commands/copies';
import { noteReading, planReading } from '../../mirrors/commands/links';
import { listBusyOf, listCopies } from '../../mirrors/links/queries';
import { sortEvents, type Sorted } from '../../mirrors/links/sort-events';
import { listMirrored } from '../../mirrors/queries';
import type { CalendarCopy } from '../../mirrors/types';
import { addDays, localDateOf, localDayRange } from '../../scheduling/zone';
import { wantedEvent, type Look } from './write-changes';

/** A change reaches us within a minute, with or without being told of it. */
const pollMs = 45_000;
const toldPollMs = 10 * 60_000;

const dayMs = 86_400_000;

/**
 * Reads what has changed in a linked calendar, or, once a night and where its place was forgotten, all that is in it, and
 * compares that with what it was told.
 */
export async function readChanges(look: Look): Promise<Result<null, CalendarRefusal>> {
  const { world, scope, link, calendar } = look;
  const now = world.clock.now();
  const told = link.watchHeard && link.watchUntil !== null && link.watchUntil > now;
  const next = new Date(now.getTime() + (told ? toldPollMs : pollMs * (0.75 + world.random() / 4)));
  await planReading(world.database.prisma, scope, { id: link.id, next });
  const from = new Date(now.getTime() - dayMs);
  const all = link.syncToken === null || link.compareDueAt <= now;
  let read = await calendar.listChanges(link.calendarId, { syncToken: all ? null : link.syncToken, from });
  const again = !read.ok && read.reason === 'start-over';
  if (again) read = await calendar.listChanges(link.calendarId, { syncToken: null, from });
  if (!read.ok) return read;
  const { events, syncToken } = read.value;
  const whole = all || again;
  const strays = await transaction(world.database, async (tx) => {
    const sorted = await takeIn(tx, look, { events, whole });
    const due = whole ? { compareDueAt: nextNight(look, now) } : {};
    await noteReading(tx, scope, { id: link.id, syncToken, readAt: now, ...due });
    return whole ? sorted.strays : [];
  });
  for (const bookingId of strays) {
    const removed = await calendar.removeEvent(link.calendarId, bookingId);
    if (!removed.ok) return fail(removed);
  }
  return ok(null);
}

/** Between two and four in the morning where the business is: not all at once. */
function nextNight({ world, business: { zone } }: Look, now: Date): Date {
  const tomorrow = addDays(localDateOf(toEpochMinute(now), zone), 1);
  return fromEpochMinute(localDayRange(tomorrow, zone).start + 120 + Math.floor(world.random() * 120));
}

async function takeIn(
  tx: Tx,
  look: Look,
  { events, whole }: { events: readonly OutsideEvent[]; whole: boolean },
): Promise<Sorted> {
  const { world, scope, link, business } = look;
  const now = world.clock.now();
  const linkId = link.id;
  const copies = await listCopies(tx, scope, { linkId, now });
  const sorted = sortEvents(events, { copies, zone: business.zone, now });
  if (link.reads) await writeBusy(tx, scope, { linkId, all: whole, busy: sorted.busy, free: sorted.free });
  const edits = sorted.edits.filter(({ copy }) => copy.version > 0);
  const conflicts = edits.map(({ kind, copy, eventId, startsAt, endsAt }) => ({
    linkId,
    kind,
    bookingId: copy.bookingId,
    bookingVersion: copy.version,
    eventId,
    startsAt,
    endsAt,
  }));
  await openConflicts(tx, scope, { conflicts, now });
  const closed = await closeEdits(tx, scope, { linkId, bookingIds: sorted.agreed, now });
  if (whole) await repair(tx, look, { events, copies });
  const shifted = await settleBusy(tx, look);
  if (shifted || closed > 0 || conflicts.length > 0)
    await publish(tx, scope, { kind: 'bookings' }, { kind: 'setup' });
  return sorted;
}

/** Bookings whose event is missing, or says something else than it should, are told anew. */
async function repair(
  tx: Tx,
  look: Look,
  { events, copies }: { events: readonly OutsideEvent[]; copies: readonly CalendarCopy[] },
): Promise<void> {
  const { scope, link } = look;
  const titles = new Map(
    events.flatMap(({ bookingId, title, gone }) => (bookingId && !gone ? [[bookingId, title]] : [])),
  );
  const starts = copies.map(({ startsAt }) => startsAt.getTime());
  if (starts.length === 0) return;
  const bookings = await listMirrored(tx, scope, {
    from: new Date(Math.min(...starts)),
    to: new Date(Math.max(...starts) + 1),
    resourceId: null,
  });
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const wrong = copies.filter(({ bookingId, shown }) => {
    const booking = byId.get(bookingId);
    // Of one that has meanwhile moved elsewhere, its new version says so.
    if (!shown || !booking) return false;
    const wanted = wantedEvent(look, booking);
    return wanted !== null && titles.get(bookingId) !== wanted.title;
  });
  await tellAgain(tx, scope, { linkId: link.id, bookingIds: wrong.map(({ bookingId }) => bookingId) });
}

/**
 * Brings the time that a linked calendar takes of its court or doctor up to date, and the overlaps that staff see. True
 * where something changed.
 */
export async function settleBusy(
  tx: Tx,
  { world, scope, link }: Pick<Look, 'world' | 'scope' | 'link'>,
): Promise<boolean> {
  const { resourceId } = link;
  if (resourceId === null || !link.reads) return false;
  const now = world.clock.now();
  const times = await listBusyOf(tx, scope, { linkId: link.id, now });
  const { freed, changed } = await mirrorBusy(tx, scope, { resourceId, times, now });
  await callWaiting(tx, scope, freed);
  const overlaps = await refreshOverlaps(tx, scope, { linkId: link.id, resourceId, now });
  return changed || overlaps;
}
