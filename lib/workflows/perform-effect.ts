import { callWaiting } from '../booking/commands/call-waiting';
import { joinWaitlist } from '../booking/commands/join-waitlist';
import { releaseHold } from '../booking/commands/release-hold';
import { releaseMove } from '../booking/commands/release-move';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { addAttendee } from '../customers/commands/add-attendee';
import { recordConsent } from '../customers/commands/record-consent';
import { updateCustomer } from '../customers/commands/update-customer';
import { exhaustive } from '../kernel/exhaustive';
import { handToStaff, takeBackFromStaff } from '../threads/commands/hand-over';
import { changeBooking } from './change-booking';
import { findOwnBooking, type EffectContext } from './effect-context';
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
      if (effect.kind === 'release-hold') await callWaiting(tx, scope, [booking]);
      return null;
    }
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
      const language = customer.language ?? facts.business.defaultLanguage;
      const { purpose, granted, words } = effect;
      await recordConsent(tx, scope, {
        customerId: customer.id,
        purpose,
        granted,
        words,
        source: 'chat',
        language,
        now,
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
    default:
      return exhaustive(effect);
  }
}
