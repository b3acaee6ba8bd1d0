import { holdMove } from '../booking/commands/hold-move';
import { holdSlot } from '../booking/commands/hold-slot';
import type { Effect, OutcomeEvent } from '../conversation/types';
import type { AttendeeId, ServiceId } from '../kernel/ids';
import { toEpochMinute } from '../kernel/time-range';
import { bookingFact } from './booking-fact';
import { changeNoticeOf, refusal } from './change-booking';
import { findOwnBooking, type EffectContext } from './effect-context';
import { findCandidates } from './find-candidates';
import { stopAskingFor } from './money/stop-asking';

type HoldSlot = Extract<Effect, { kind: 'hold-slot' }>;
type HoldMove = Extract<Effect, { kind: 'hold-move' }>;

const taken: OutcomeEvent = { kind: 'slot-taken' };

/** Holds a slot for the review, in place of the hold the customer had before. */
export async function holdForCustomer(context: EffectContext, effect: HoldSlot): Promise<OutcomeEvent> {
  const { world, tx, scope, customer, catalog, effectId } = context;
  // The engine has told them so; a button forged or pressed meanwhile holds nothing either.
  if (customer.blocked) return taken;
  const service = catalog.services.find((one) => one.id === effect.serviceId);
  if (!service) return taken;
  const replaced = effect.releases ? await findOwnBooking(context, effect.releases) : null;
  const replaces = replaced?.status === 'held' ? replaced.id : null;
  const wanted = await findCandidates(context, { ...effect, service, except: replaces ? [replaces] : [] });
  if (!wanted) return taken;
  // Somebody else's person, out of a forwarded button, is nobody here.
  const person = context.facts.customer.attendees.find((one) => one.id === effect.attendee.attendeeId);
  const held = await holdSlot(tx, scope, {
    ...wanted,
    serviceId: service.id as ServiceId,
    customerId: customer.id,
    attendeeId: (person?.id ?? null) as AttendeeId | null,
    // The name as it is now stays with the booking, whatever the person is called later.
    attendeeName: person?.name ?? effect.attendee.name,
    source: 'chat',
    effectId,
    actor: { kind: 'customer', id: customer.id },
    replaces,
  });
  if (!held.ok) return taken;
  if (replaces && replaced?.asking)
    await stopAskingFor(tx, scope, { bookingId: replaces, now: context.facts.now });
  return { kind: 'slot-held', booking: bookingFact(world, scope, held.value) };
}

/** Holds a new time beside a booking's own. */
export async function holdMoveForCustomer(context: EffectContext, effect: HoldMove): Promise<OutcomeEvent> {
  const { world, tx, scope, customer, catalog } = context;
  const booking = await findOwnBooking(context, effect.bookingId);
  if (!booking) return { kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' };
  const service = catalog.services.find((one) => one.id === booking.serviceId);
  if (!service) return taken;
  const wanted = await findCandidates(context, { ...effect, service, except: [booking.id] });
  if (!wanted) return taken;
  const held = await holdMove(tx, scope, {
    ...wanted,
    bookingId: booking.id,
    actor: { kind: 'customer', id: customer.id },
    changeNoticeMinutes: changeNoticeOf(context, booking),
  });
  if (!held.ok) return held.reason === 'slot-taken' ? taken : refusal(booking, held);
  const { startsAt, endsAt, resourceId, pricePaise, holdUntil } = held.value;
  return {
    kind: 'move-held',
    booking: bookingFact(world, scope, held.value.booking),
    startsAt: toEpochMinute(startsAt),
    durationMinutes: toEpochMinute(endsAt) - toEpochMinute(startsAt),
    resourceId,
    pricePaise,
    holdUntil: toEpochMinute(holdUntil),
  };
}
