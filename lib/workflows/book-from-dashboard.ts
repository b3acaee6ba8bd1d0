import { bookOver } from '../booking/commands/book-over';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import { writeNote } from '../booking/commands/write-note';
import { findBookingByEffect } from '../booking/queries';
import type { Placed, newBookingSchema } from '../booking/schema';
import type { Booking } from '../booking/types';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import type { ServiceId } from '../kernel/ids';
import { may } from '../kernel/roles';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { z } from 'zod';
import { quoteOf } from './quote-slot';
import { loadStaffSlot, type StaffSlot } from './staff-slot';
import { tellOfChange, type Told } from './tell-of-change';
import type { World } from './types';
import { whoComes, type Who } from './who-comes';

type NewBooking = z.output<typeof newBookingSchema>;

/**
 * Books for somebody at the desk or on the phone, confirmed at once. Staff are not bound by notice, steps, lengths and
 * horizon; what is closed or taken is refused with all that stands in the way, unless the role may override and a
 * reason is given (P04). Safe to repeat with the same key: the booking it made comes back.
 */
export function bookFromDashboard(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  input: NewBooking,
): Promise<Placed> {
  return transaction(world.database, async (tx) => {
    const effectId = `desk:${input.key}`;
    const earlier = await findBookingByEffect(tx, scope, effectId);
    if (earlier) return done(earlier);
    const now = world.clock.now();
    const wish = { ...input, startsAt: new Date(input.startsAt), now };
    const slot = await loadStaffSlot(tx, scope, wish);
    const overridden = slot.hard !== null;
    if (overridden && !input.overrideReason)
      return { outcome: 'refused', quote: await quoteOf(tx, scope, wish, slot) };
    if (overridden && !may(actor.role, 'booking.override'))
      throw new AppError('forbidden', 'Your role may not book over closed or taken time.');
    const who = await whoComes(tx, world, scope, input);
    const booking = await place(tx, scope, { input, slot, who, actor, effectId });
    // Somebody was faster since the slot was read: what stands there now is said.
    if (!booking) {
      const again = await loadStaffSlot(tx, scope, wish);
      return { outcome: 'refused', quote: await quoteOf(tx, scope, wish, again) };
    }
    if (input.note) await writeNote(tx, scope, { bookingId: booking.id, note: input.note, now });
    const { id, reference, startsAt, resourceId } = booking;
    await recordAudit(tx, scope, {
      actor,
      action: overridden ? 'booking.create-over' : 'booking.create',
      subject: { kind: 'booking', id, label: reference },
      after: {
        startsAt,
        resourceId,
        ...(overridden && { reason: input.overrideReason, over: slot.hard?.kind }),
      },
      now,
    });
    await publish(tx, scope, { kind: 'bookings', id });
    return done(
      booking,
      await tellOfChange(tx, world, scope, {
        wished: input.notify,
        booking: booking,
        notice: { kind: 'booked' },
        effectId: `told:${effectId}`,
      }),
    );
  });
}

const done = ({ id, reference, version }: Booking, told: Told = null): Placed => ({
  outcome: 'done',
  bookingId: id,
  reference,
  version,
  told,
});

async function place(
  tx: Tx,
  scope: BusinessScope,
  of: { input: NewBooking; slot: StaffSlot; who: Who; actor: StaffActor; effectId: string },
): Promise<Booking | null> {
  const { input, slot, who, effectId } = of;
  const actor = { kind: 'staff', id: of.actor.userId } as const;
  const { wanted } = slot;
  const wish = {
    ...wanted,
    ...who,
    // The catalogue named it.
    serviceId: slot.service.id as ServiceId,
    source: 'staff' as const,
    effectId,
    actor,
  };
  const [candidate] = wanted.candidates;
  if (slot.hard?.kind === 'taken' && input.overrideReason && candidate)
    return bookOver(tx, scope, { ...wish, candidate, reason: input.overrideReason });
  const held = await holdSlot(tx, scope, wish);
  if (!held.ok) return null;
  const booked = await confirmBooking(tx, scope, { bookingId: held.value.id, actor, now: wanted.now });
  if (!booked.ok) throw new Error(`A hold of this transaction could not be confirmed: ${booked.reason}.`);
  return booked.value;
}
