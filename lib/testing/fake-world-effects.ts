import type { BookingFact, Effect, OutcomeEvent } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import type { World } from './fake-world-types';
import { refundAmount } from '../terms/refund-amount';
import { unpaid } from '../terms/unpaid';
import { askForMoney, dropHold, giveBack, runMoneyEffect } from './fake-world-money';
import { factOf, findIn as find, freeAt, type Of } from './fake-world-reads';

const serviceIn = (world: World, serviceId: string): World['catalog']['services'][number] => {
  const service = world.catalog.services.find(({ id }) => id === serviceId);
  if (!service) throw new Error(`The world has no service ${serviceId}.`);
  return service;
};

const holdMinutes = (world: World, serviceId: string): number =>
  world.catalog.services.find(({ id }) => id === serviceId)?.reviewHoldMinutes ?? 10;

const hold = (world: World, effect: Of<'hold-slot'>): OutcomeEvent[] => {
  const earlier = effect.releases === null ? undefined : find(world, effect.releases);
  const free = freeAt(world, effect, effect.releases);
  if (free === undefined) return [{ kind: 'slot-taken' }];
  if (earlier?.status === 'held') dropHold(earlier);
  const id = `booking-${String(world.nextId++)}`;
  const person = world.customer.attendees.find((one) => one.id === effect.attendee.attendeeId);
  const booking: BookingFact = {
    id,
    reference: `K${String(100 + world.nextId)}`,
    serviceId: effect.serviceId,
    resourceId: free.resourceId,
    startsAt: effect.startsAt,
    durationMinutes: effect.durationMinutes,
    status: 'held',
    attendeeId: effect.attendee.attendeeId,
    attendeeName: person?.name ?? effect.attendee.name,
    pricePaise: free.pricePaise,
    ...unpaid(serviceIn(world, effect.serviceId), free.pricePaise),
    holdUntil: toEpochMinute(world.now) + holdMinutes(world, effect.serviceId),
    coming: false,
    feedback: null,
    calendarUrl: `https://neram.example/c/${id}.ics`,
  };
  world.bookings.push(booking);
  return [{ kind: 'slot-held', booking: factOf(booking) }];
};

const confirm = (world: World, bookingId: string): OutcomeEvent[] => {
  const booking = find(world, bookingId);
  if (booking === undefined) return [{ kind: 'change-refused', bookingId, why: 'not-found' }];
  if (booking.status === 'confirmed') return [{ kind: 'booking-confirmed', booking: factOf(booking) }];
  const lapsed = (booking.holdUntil ?? 0) <= toEpochMinute(world.now);
  if (lapsed && freeAt(world, booking, bookingId) === undefined) return [{ kind: 'hold-lost', bookingId }];
  if (booking.toPayPaise > booking.keptPaise) return askForMoney(world, booking);
  Object.assign(booking, { status: 'confirmed', holdUntil: null });
  return [{ kind: 'booking-confirmed', booking: factOf(booking) }];
};

const cancel = (world: World, bookingId: string): OutcomeEvent[] => {
  const booking = find(world, bookingId);
  if (booking === undefined) return [{ kind: 'change-refused', bookingId, why: 'not-found' }];
  if (booking.status === 'cancelled')
    return [{ kind: 'change-refused', bookingId, why: 'already-cancelled' }];
  booking.status = 'cancelled';
  const back = refundAmount({
    rule: booking.terms.refund,
    keptPaise: booking.keptPaise,
    startsAt: new Date(booking.startsAt * 60_000),
    now: world.now,
    by: 'customer',
  });
  giveBack(booking, back);
  return [{ kind: 'booking-cancelled', booking: factOf(booking) }];
};

const holdMove = (world: World, effect: Of<'hold-move'>): OutcomeEvent[] => {
  const booking = find(world, effect.bookingId);
  if (booking === undefined)
    return [{ kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' }];
  const free = freeAt(world, { ...effect, serviceId: booking.serviceId }, booking.id);
  if (free === undefined) return [{ kind: 'slot-taken' }];
  const { startsAt, durationMinutes } = effect;
  const holdUntil = toEpochMinute(world.now) + holdMinutes(world, booking.serviceId);
  const move = {
    startsAt,
    durationMinutes,
    resourceId: free.resourceId,
    pricePaise: free.pricePaise,
    holdUntil,
  };
  world.moves.push({ bookingId: booking.id, ...move });
  return [{ kind: 'move-held', booking: factOf(booking), ...move }];
};

const confirmMove = (world: World, bookingId: string): OutcomeEvent[] => {
  const booking = find(world, bookingId);
  const move = world.moves.find((one) => one.bookingId === bookingId);
  if (booking === undefined || move === undefined)
    return [{ kind: 'change-refused', bookingId, why: 'not-found' }];
  const lapsed = move.holdUntil <= toEpochMinute(world.now);
  if (lapsed && freeAt(world, { ...move, serviceId: booking.serviceId }, bookingId) === undefined) {
    return [{ kind: 'hold-lost', bookingId }];
  }
  const { startsAt, durationMinutes, resourceId, pricePaise } = move;
  Object.assign(booking, { startsAt, durationMinutes, resourceId, pricePaise, coming: false });
  world.moves = world.moves.filter((one) => one !== move);
  return [{ kind: 'booking-moved', booking: factOf(booking) }];
};

const addAttendee = (world: World, effect: Of<'add-attendee'>): OutcomeEvent[] => {
  const { name, relation, age } = effect;
  const attendee = {
    id: `person-${String(world.nextId++)}`,
    name,
    relation,
    ...(age === null ? {} : { age }),
  };
  world.customer.attendees = [...world.customer.attendees, attendee];
  return [{ kind: 'attendee-added', attendee }];
};

const joinWaitlist = (world: World, { serviceId, resourceId, date }: Of<'join-waitlist'>): OutcomeEvent[] => {
  const already = world.waiting.some((one) => one.serviceId === serviceId && one.date === date);
  if (!already) world.waiting.push({ serviceId, resourceId, date });
  return [{ kind: 'waitlist-joined', already }];
};

/** Carries out one effect on the world, as the workflow does on the database. */
export const runEffect = (world: World, effect: Exclude<Effect, { kind: 'reply' }>): OutcomeEvent[] => {
  switch (effect.kind) {
    case 'hold-slot':
      return hold(world, effect);
    case 'confirm-booking':
      return confirm(world, effect.bookingId);
    case 'release-hold': {
      const held = find(world, effect.bookingId);
      if (held?.status === 'held') dropHold(held);
      return [];
    }
    case 'note-coming': {
      const booking = find(world, effect.bookingId);
      if (booking === undefined) return [];
      booking.coming = true;
      return [{ kind: 'coming-noted', booking: factOf(booking) }];
    }
    case 'note-feedback': {
      const booking = find(world, effect.bookingId);
      if (booking === undefined) return [];
      booking.feedback = effect.feedback;
      return [{ kind: 'feedback-noted', booking: factOf(booking), feedback: effect.feedback }];
    }
    case 'cancel-booking':
      return cancel(world, effect.bookingId);
    case 'hold-move':
      return holdMove(world, effect);
    case 'confirm-move':
      return confirmMove(world, effect.bookingId);
    case 'release-move':
      world.moves = world.moves.filter(({ bookingId }) => bookingId !== effect.bookingId);
      return [];
    case 'set-name':
      world.customer.name = effect.name;
      return [];
    case 'add-attendee':
      return addAttendee(world, effect);
    case 'set-language':
      world.customer.language = effect.language;
      return [];
    case 'record-consent':
      world.consents.push(effect);
      return [];
    case 'call-staff':
      world.staffCalls.push(effect);
      world.thread = { handledBy: 'staff', handedOverAt: world.now, lastStaffAt: null };
      return [];
    case 'take-back-from-staff':
      world.thread = { handledBy: 'bot', handedOverAt: null, lastStaffAt: null };
      return [];
    case 'join-waitlist':
      return joinWaitlist(world, effect);
    case 'send-pack-receipt': {
      const pack = world.packs.find(({ id }) => id === effect.packId);
      return [{ kind: 'pack-receipt', name: pack?.name ?? null, coming: pack !== undefined }];
    }
    default:
      return runMoneyEffect(world, effect);
  }
};
