import { callWaiting } from '../booking/commands/call-waiting';
import { joinWaitlist } from '../booking/commands/join-waitlist';
import { releaseHold } from '../booking/commands/release-hold';
import { releaseMove } from '../booking/commands/release-move';
import { readState } from '../conversation/state';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { addAttendee } from '../customers/commands/add-attendee';
import { recordConsent } from '../customers/commands/record-consent';
import { updateCustomer } from '../customers/commands/update-customer';
import { exhaustive } from '../kernel/exhaustive';
import { handToStaff, takeBackFromStaff } from '../threads/commands/hand-over';
import { changeBooking } from './change-booking';
import { findOwnBooking, type EffectContext } from './effect-context';
import { handleMoney } from './money/handle-money';
import { sendPackReceipt } from './money/send-receipt';
import { stopAskingFor } from './money/stop-asking';
import { noteVisit } from './note-visit';
import { holdForCustomer, holdMoveForCustomer } from './hold-for-customer';

type SilentEffect = Exclude<Effect, { kind: 'reply' }>;

/**
 * Carries out one effect of a turn in its transaction. Returns the outcome the engine must hear of, or null.
 * Bookings are looked up as this customer's own: an id from a forwarded or forged button finds nothing.
 */
export async function performEffect(
  context: EffectContext,
  effect: SilentEffect,
): Promise<OutcomeEvent | null> {
  const { tx, scope, customer, thread, facts } = context;
  const { now } = facts;
  const actor = { kind: 'customer' as const, id: customer.id };
  switch (effect.kind) {
    case 'hold-slot':
      return holdForCustomer(context, effect);
    case 'hold-move':
      return holdMoveForCustomer(context, effect);
    case 'confirm-booking':
    case 'cancel-booking':
    case 'confirm-move':
      return changeBooking(context, effect);
    case 'release-hold':
    case 'release-move': {
      const booking = await findOwnBooking(context, effect.bookingId);
      if (!booking) return null;
      const release = effect.kind === 'release-hold' ? releaseHold : releaseMove;
      await release(tx, scope, { bookingId: booking.id, now, actor });
      if (effect.kind === 'release-hold') {
        if (booking.asking) await stopAskingFor(tx, scope, { bookingId: booking.id, now });
        await callWaiting(tx, scope, [booking]);
      }
      return null;
    }
    case 'note-coming':
    case 'note-feedback':
      return noteVisit(context, effect);
    case 'set-name':
      await updateCustomer(tx, scope, customer.id, { name: effect.name });
      return null;
    case 'set-language':
      await updateCustomer(tx, scope, customer.id, { language: effect.language });
      return null;
    case 'add-attendee': {
      const { name, relation, age } = effect;
      const attendee = await addAttendee(tx, scope, { customerId: customer.id, name, relation, age, now });
      return {
        kind: 'attendee-added',
        attendee: { id: attendee.id, name, relation, ...(age !== null && { age }) },
      };
    }
    case 'record-consent': {
      const spoken = readState(thread.state).language;
      const language = spoken ?? customer.language ?? facts.business.defaultLanguage;
      const { purpose, granted, words, bookingId } = effect;
      // An id from a forged button is nobody's booking.
      const booking = bookingId === undefined ? null : await findOwnBooking(context, bookingId);
      if (bookingId !== undefined && !booking) return null;
      await recordConsent(tx, scope, {
        customerId: customer.id,
        purpose,
        granted,
        words,
        bookingId: booking?.id ?? null,
        source: 'chat',
        language,
        at: now,
      });
      return null;
    }
    case 'call-staff':
      await handToStaff(tx, scope, { threadId: thread.id, reason: effect.reason, now });
      return null;
    case 'take-back-from-staff':
      await takeBackFromStaff(tx, scope, thread.id);
      return null;
    case 'join-waitlist': {
      const { serviceId, resourceId, date, durationMinutes } = effect;
      const wanted = { serviceId, resourceId, onDate: date, durationMinutes };
      const joined = await joinWaitlist(tx, scope, {
        customerId: customer.id,
        threadId: thread.id,
        ...wanted,
        now,
      });
      return { kind: 'waitlist-joined', already: joined.already };
    }
    case 'ask-payment':
    case 'check-payment':
    case 'claim-payment':
    case 'refund-late':
    case 'rebook-paid':
    case 'send-receipt':
      return handleMoney(context, effect);
    case 'send-pack-receipt':
      return sendPackReceipt(context, effect.packId);
    default:
      return exhaustive(effect);
  }
}
