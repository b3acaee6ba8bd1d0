import { listOverlap } from '../booking/commands/list-overlap';
import { findBooking } from '../booking/queries';
import type { SlotQuote } from '../booking/schema';
import type { Booking } from '../booking/types';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import type { CustomerId } from '../kernel/ids';
import { fromEpochMinute, toEpochMinute } from '../kernel/time-range';
import type { WhyNot } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { nameClashes } from './name-clashes';
import { loadStaffSlot, type StaffSlot, type StaffWish } from './staff-slot';
import { previewNotice } from './tell-customer';
import type { World } from './types';
import { unmadeBooking } from './unmade-booking';

/** `within`: the one calendar that a practitioner may see. */
type QuoteWish = StaffWish & { customerId?: string; within?: string | null };

/** What a time would cost, what it bends, and whom it would meet: shown before anything is done. Takes nothing. */
export const quoteSlot = (world: World, scope: BusinessScope, wish: QuoteWish): Promise<SlotQuote> =>
  transaction(world.database, async (tx) => {
    const [moved] = wish.except ?? [];
    const before = moved === undefined ? null : await findBooking(tx, scope, moved);
    const customerId = before?.customerId ?? wish.customerId;
    const slot = await loadStaffSlot(tx, scope, { ...wish, customerId });
    const quote = await quoteOf(tx, scope, wish, slot);
    return { ...quote, notice: await noticeOf(tx, world, scope, wish, { slot, before }) };
  });

/** What would be said of it: the move of the booking that is in `except`, or a new booking for a customer. */
async function noticeOf(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  wish: QuoteWish,
  { slot: { wanted }, before }: { slot: StaffSlot; before: Booking | null },
): Promise<SlotQuote['notice']> {
  // Of somebody else's calendar nothing is said.
  if (before && wish.within && before.resourceId !== wish.within) return null;
  const customerId = before?.customerId ?? wish.customerId ?? null;
  const [candidate] = wanted.candidates;
  if (customerId === null || !candidate) return null;
  const { startsAt, endsAt, now } = wanted;
  const booking: Booking = {
    ...(before ?? unmadeBooking(wish.serviceId, now)),
    ...candidate,
    askedPaise: candidate.pricePaise,
    // Its customer was read with it, or is only named in what is shown.
    customerId: customerId as CustomerId,
    startsAt,
    endsAt,
  };
  const notice = before ? movedFrom(before) : ({ kind: 'booked' } as const);
  const { how, ...shown } = await previewNotice(tx, world, scope, { booking, notice });
  return { ...shown, cannot: how === 'message' ? null : how.cannot };
}

/** From where it is moved, as the notice tells it. */
export const movedFrom = ({ resourceId, startsAt, endsAt }: Booking) => ({
  kind: 'moved' as const,
  from: {
    resourceId,
    startsAt: toEpochMinute(startsAt),
    durationMinutes: toEpochMinute(endsAt) - toEpochMinute(startsAt),
  },
});

/** The same for a slot that has been read already. */
export async function quoteOf(
  tx: Tx,
  scope: BusinessScope,
  wish: StaffWish,
  slot: StaffSlot,
): Promise<SlotQuote> {
  const [price] = slot.wanted.candidates;
  const clashes = slot.hard?.kind === 'taken' ? await listClashes(tx, scope, wish) : [];
  return {
    pricePaise: price?.pricePaise ?? 0,
    priceLines: price?.priceLines ?? [],
    hard: slot.hard && ruleOf(slot.hard),
    soft: slot.soft && ruleOf(slot.soft),
    clashes,
    notice: null,
  };
}

/** Everything that takes part of the time, with names: P04, nobody is booked over unknowingly. */
export async function listClashes(
  tx: Tx,
  scope: BusinessScope,
  wish: Pick<StaffWish, 'resourceId' | 'startsAt' | 'durationMinutes' | 'now' | 'except'>,
): Promise<SlotQuote['clashes']> {
  const { resourceId, startsAt, durationMinutes, now, except = [] } = wish;
  const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
  const { bookings, blocks } = await listOverlap(tx, scope, {
    resourceIds: [resourceId],
    startsAt,
    endsAt,
    now,
  });
  const others = bookings.filter((one) => !except.includes(one.id));
  const [clashes = []] = await nameClashes(tx, scope, [{ bookings: others, blocks }]);
  return clashes;
}

/** A rule in the form in which it crosses to the browser. */
export function ruleOf(why: WhyNot): NonNullable<SlotQuote['hard']> {
  switch (why.kind) {
    case 'closure':
      return { kind: why.kind, reason: why.reason };
    case 'notice':
      return { kind: why.kind, at: fromEpochMinute(why.opensAt).toISOString() };
    default:
      return { kind: why.kind };
  }
}
