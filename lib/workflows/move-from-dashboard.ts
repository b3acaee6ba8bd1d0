import { callWaiting } from '../booking/commands/call-waiting';
import { moveBooking } from '../booking/commands/move-booking';
import { findBooking, findLastMove } from '../booking/queries';
import type { moveBookingSchema, Placed } from '../booking/schema';
import type { Booking } from '../booking/types';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { may } from '../kernel/roles';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { z } from 'zod';
import { followPrice } from './money/settle-change';
import { keepPack } from './packs/use-pack';
import { movedFrom, quoteOf } from './quote-slot';
import { loadStaffSlot, type StaffSlot } from './staff-slot';
import { tellOfChange, type Told } from './tell-of-change';
import type { World } from './types';

type Move = z.output<typeof moveBookingSchema> & {
  bookingId: string;
  /** The one calendar that a practitioner may touch; null for the desk. */
  within: string | null;
};

/**
 * Gives a booking another time, length, court or doctor. Of two who move it at once one wins; the other is told
 * `changed` and nothing is done. The price is kept or becomes that of the new time, as staff say, and what is asked for
 * follows it. Notice, steps and horizon do not bind staff (P19); closed or taken time needs the
 * permission and a reason. Repeating a move that was made returns it.
 */
export function moveFromDashboard(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  input: Move,
): Promise<Placed> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const before = await findBooking(tx, scope, input.bookingId);
    if (!before || !isWithin(before, input)) throw new AppError('not-found', 'There is no such booking.');
    const { serviceId, customerId } = before;
    const wish = {
      ...input,
      serviceId,
      customerId,
      startsAt: new Date(input.startsAt),
      now,
      except: [before.id],
    };
    if (before.version !== input.version) return isThere(before, wish) ? done(before) : changed(before);
    const slot = await loadStaffSlot(tx, scope, wish);
    const overridden = slot.hard !== null;
    if (overridden && !input.overrideReason)
      return { outcome: 'refused', quote: await quoteOf(tx, scope, wish, slot) };
    if (overridden && !may(actor.role, 'booking.override'))
      throw new AppError('forbidden', 'Your role may not move over closed or taken time.');
    const agreed = await agreedFor(tx, scope, before, wish);
    const wanted = agreed ? atPriceOf(agreed, slot.wanted) : slot.wanted;
    const moved = await move(tx, scope, {
      before,
      slot: { ...slot, wanted },
      actor,
      reason: input.overrideReason,
    });
    if (moved === 'taken') {
      const again = await loadStaffSlot(tx, scope, wish);
      return { outcome: 'refused', quote: await quoteOf(tx, scope, wish, again) };
    }
    if (moved === 'changed') return changed((await findBooking(tx, scope, before.id)) ?? before);
    await callWaiting(tx, scope, [before]);
    const by = { kind: 'staff', id: actor.userId } as const;
    const { zone } = slot.catalog.business;
    await keepPack(tx, scope, { booking: moved, zone, actor: by, now, by: 'venue' });
    const settled =
      moved.pricePaise === before.pricePaise
        ? moved
        : await followPrice(tx, world, scope, { booking: moved, actor: by, now });
    await recordAudit(tx, scope, {
      actor,
      action: overridden ? 'booking.move-over' : 'booking.move',
      subject: { kind: 'booking', id: before.id, label: before.reference },
      before: placeOf(before),
      after: {
        ...placeOf(moved),
        ...(overridden && { reason: input.overrideReason, over: slot.hard?.kind }),
      },
      now,
    });
    await publish(tx, scope, { kind: 'bookings', id: before.id });
    return done(
      settled,
      await tellOfChange(tx, world, scope, {
        wished: input.notify,
        booking: settled,
        notice: movedFrom(before),
        effectId: `move:${before.id}:${String(moved.version)}`,
      }),
    );
  });
}

type Priced = Pick<Booking, 'pricePaise' | 'priceLines'>;

/** What was agreed and stays so; null: the new time costs what it costs today. */
async function agreedFor(
  tx: Tx,
  scope: BusinessScope,
  booking: Booking,
  wish: Pick<Move, 'price' | 'resourceId' | 'durationMinutes'> & { startsAt: Date },
): Promise<Priced | null> {
  if (wish.price === 'new') return null;
  const last = wish.price === 'before' ? await findLastMove(tx, scope, booking.id) : null;
  // Only back where it came from does it cost what it did there.
  return last && isThere(last, wish) ? last : booking;
}

/** The wanted time at an agreed price, whoever takes it. */
const atPriceOf = ({ pricePaise, priceLines }: Priced, wanted: StaffSlot['wanted']): StaffSlot['wanted'] => ({
  ...wanted,
  candidates: wanted.candidates.map((candidate) => ({ ...candidate, pricePaise, priceLines })),
});

const isWithin = (booking: Booking, { within, resourceId }: Move): boolean =>
  within === null || (booking.resourceId === within && resourceId === within);

const isThere = (
  booking: { resourceId: string; startsAt: Date; endsAt: Date },
  wish: { resourceId: string; startsAt: Date; durationMinutes: number },
): boolean =>
  booking.resourceId === wish.resourceId &&
  booking.startsAt.getTime() === wish.startsAt.getTime() &&
  booking.endsAt.getTime() - booking.startsAt.getTime() === wish.durationMinutes * 60_000;

const done = ({ id, reference, version }: Booking, told: Told = null): Placed => ({
  outcome: 'done',
  bookingId: id,
  reference,
  version,
  told,
});

const changed = ({ status }: Booking): Placed => ({ outcome: 'changed', status });

const placeOf = ({ resourceId, startsAt, endsAt, pricePaise }: Booking) => ({
  resourceId,
  startsAt,
  endsAt,
  pricePaise,
});

async function move(
  tx: Tx,
  scope: BusinessScope,
  of: { before: Booking; slot: StaffSlot; actor: StaffActor; reason: string | null },
): Promise<Booking | 'taken' | 'changed'> {
  const { before, slot, reason } = of;
  const actor = { kind: 'staff', id: of.actor.userId } as const;
  const moved = await moveBooking(tx, scope, {
    ...slot.wanted,
    bookingId: before.id,
    actor,
    expectedVersion: before.version,
    ...(slot.hard?.kind === 'taken' && { over: reason ?? '' }),
  });
  if (moved.ok) return moved.value;
  return moved.reason === 'slot-taken' ? 'taken' : 'changed';
}
