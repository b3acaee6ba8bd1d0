import { claimWaiting, markOffered } from '../booking/commands/claim-waiting';
import { holdSlot } from '../booking/commands/hold-slot';
import { settleWaitlist } from '../booking/commands/settle-waitlist';
import { listWaiting, type WaitingEntry } from '../booking/queries';
import type { Booking, WantedTime } from '../booking/types';
import { languageOf } from '../conversation/notice';
import { turn } from '../conversation/turn';
import { getCustomer, listAttendees } from '../customers/queries';
import type { Customer } from '../customers/types';
import type { Jobs } from '../db/add-job';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import type { ServiceId } from '../kernel/ids';
import { notice } from '../live/publish';
import type { BusinessScope } from '../tenancy/types';
import { scopeOf } from '../tenancy/scope';
import { flagThreadOnce } from '../threads/commands/hand-over';
import { lockThread } from '../threads/commands/lock-thread';
import { saveTurn } from '../threads/commands/save-turn';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import { findOpening } from './find-opening';
import { isWindowOpen } from './reply-window';
import { knownChannel } from './known-channel';
import { loadOwnFacts } from './own-facts';
import { loadStandingFacts, type StandingFacts } from './standing-facts';
import type { World } from './types';
import { hasTemplate, templateFor } from './templates/notice-template';
import { withAvailability } from './with-availability';

/** How long a place is kept for the one it is offered to. */
const offerMs = 10 * 60_000;

type List = { scope: BusinessScope; serviceId: string; onDate: string; standing: StandingFacts };

/**
 * Offers what has come free on a day to those who wait for it, first come first (promise P15): each gets a private hold
 * and one message, in one transaction, so a place is offered to one person at a time and to each person once. Who does
 * not answer or says no makes room for the next. Repeating it, or running it twice at once, offers nothing twice.
 */
export async function offerPlaces(world: World, job: Jobs['offer-places']): Promise<void> {
  const { serviceId, onDate } = job;
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const now = world.clock.now();
  await transaction(world.database, (tx) => settleWaitlist(tx, scope, { serviceId, onDate, now }));
  const entries = await listWaiting(prisma, scope, { serviceId, onDate });
  if (entries.length === 0) return;
  const standing = await loadStandingFacts(prisma, scope, now);
  const list: List = { scope, serviceId, onDate, standing };
  const holdUntil = new Date(now.getTime() + offerMs);
  for (const entry of entries) {
    const { catalog } = standing;
    const found = await findOpening(prisma, scope, { catalog, entry, serviceId, onDate, now, holdUntil });
    if (found) await transaction(world.database, (tx) => offer(world, tx, list, entry, found));
  }
}

/** Makes the offer, unless somebody was faster, staff have the chat, or nothing may be said any more. */
async function offer(
  world: World,
  tx: Tx,
  list: List,
  entry: WaitingEntry,
  wanted: WantedTime,
): Promise<void> {
  const { scope } = list;
  const thread = await lockThread(tx, scope, entry.threadId);
  if (!thread || thread.handledBy === 'staff') return;
  // An offer that cannot be sent would run out unseen and cost its customer their turn.
  if ((await knownChannel(world, scope, thread.channelId)).pausedReason) return;
  const open = isWindowOpen(thread, wanted.now);
  if (!open && !(await hasTemplate(tx, scope, { channelId: thread.channelId, purpose: 'waitlist_offer' }))) {
    await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'place-free' });
    return;
  }
  const customer = await getCustomer(tx, scope, entry.customerId);
  if (customer.blocked) return;
  if (!(await claimWaiting(tx, scope, entry.id))) return;
  const held = await holdSlot(tx, scope, {
    ...wanted,
    serviceId: list.serviceId as ServiceId,
    customerId: customer.id,
    ...(await attendeeOf(tx, scope, customer)),
    source: 'chat',
    effectId: effectOf(entry),
    actor: { kind: 'system' },
  });
  if (!held.ok) return;
  await markOffered(tx, scope, { entryId: entry.id, bookingId: held.value.id });
  await tell(world, tx, list, { entry, thread, customer, booking: held.value });
}

/** One offer for each entry, whatever is repeated. */
const effectOf = (entry: WaitingEntry): string => `waitlist:${entry.id}`;

/** The list does not say for whom: it is the customer, until they say otherwise. */
async function attendeeOf(
  tx: Tx,
  scope: BusinessScope,
  customer: Customer,
): Promise<Pick<Booking, 'attendeeId' | 'attendeeName'>> {
  const attendees = await listAttendees(tx, scope, customer.id);
  const self = attendees.find((one) => one.relation === 'self');
  const attendeeName = self?.name ?? customer.name ?? customer.profileName;
  return { attendeeId: self?.id ?? null, attendeeName };
}

async function tell(
  world: World,
  tx: Tx,
  { scope, standing }: List,
  made: { entry: WaitingEntry; thread: Thread; customer: Customer; booking: Booking },
): Promise<void> {
  const { entry, thread, customer, booking } = made;
  const { now } = standing;
  const known = { ...standing, ...(await loadOwnFacts(world, tx, scope, customer, thread)) };
  const event = { kind: 'place-offered', booking: bookingFact(world, scope, booking) } as const;
  const said = await withAvailability(tx, scope, known, (facts) => turn(thread.state, event, facts));
  const [reply] = said.effects;
  if (reply?.kind !== 'reply') throw new Error('An offer says something and does nothing else.');
  const template = isWindowOpen(thread, now)
    ? null
    : await templateFor(tx, world, scope, {
        channelId: thread.channelId,
        purpose: 'waitlist_offer',
        booking,
        language: languageOf(said.state, known),
        ...(booking.holdUntil && { extras: { until: booking.holdUntil } }),
      });
  await saveTurn(tx, scope, {
    channelId: thread.channelId,
    threadId: thread.id,
    firstPosition: thread.nextPosition,
    state: said.state,
    now,
    notice: notice(scope, [{ kind: 'bookings' }, { kind: 'chats', id: thread.id }]),
    messages: [
      {
        direction: 'out',
        effectId: effectOf(entry),
        // Whoever is on the list has asked to be told.
        purpose: 'asked-for',
        label: reply.key,
        content: template ?? reply.message,
        expiresAt: booking.holdUntil,
        bookingId: booking.id,
      },
    ],
  });
}
