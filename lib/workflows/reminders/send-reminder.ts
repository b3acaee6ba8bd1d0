import { lockBooking } from '../../booking/commands/lock-booking';
import { lockReminder, type LockedReminder } from '../../booking/commands/lock-reminder';
import { settleReminder, type Settled } from '../../booking/commands/settle-reminder';
import type { ClaimedReminder } from '../../booking/commands/claim-reminders';
import type { Booking } from '../../booking/types';
import type { Notice } from '../../conversation/notice';
import { findRefusal } from '../../customers/queries';
import type { Tx } from '../../db/client';
import { exhaustive } from '../../kernel/exhaustive';
import { toEpochMinute } from '../../kernel/time-range';
import { publish } from '../../live/publish';
import { decide } from '../../reminders/decide';
import type { ReminderKind } from '../../reminders/schema';
import type { BusinessScope } from '../../tenancy/types';
import { scopeOf } from '../../tenancy/scope';
import { lockThread } from '../../threads/commands/lock-thread';
import { findLatestThread } from '../../threads/queries';
import { tellCustomer } from '../tell-customer';
import type { World } from '../types';

/**
 * Tells a customer what a claimed reminder is about, or writes down why not, in the caller's transaction. Chat, booking
 * and reminder are locked in this order, that of a customer's own turn, so neither waits for the other in a circle. What
 * has changed since it was planned is seen under these locks. Safe to repeat: its message has an effect id of its own.
 */
export async function sendReminder(world: World, tx: Tx, claimed: ClaimedReminder): Promise<void> {
  const scope = scopeOf(claimed.businessId);
  const now = world.clock.now();
  await lockChatOf(tx, scope, claimed.customerId);
  const booking = await lockBooking(tx, scope, claimed.bookingId);
  const reminder = await lockReminder(tx, scope, { reminderId: claimed.id, now });
  if (!booking || !reminder) return;
  const settled = await settle(world, tx, scope, { reminderId: claimed.id, reminder, booking });
  await settleReminder(tx, scope, { reminderId: claimed.id, settled, now });
  await publish(tx, scope, { kind: 'bookings', id: booking.id });
}

/** Two people who turn out to be one share their chats: who was merged meanwhile is told a moment later all the same. */
async function lockChatOf(tx: Tx, scope: BusinessScope, customerId: string | null): Promise<void> {
  const thread = customerId && (await findLatestThread(tx, scope, customerId));
  if (thread) await lockThread(tx, scope, thread.id);
}

async function settle(
  world: World,
  tx: Tx,
  scope: BusinessScope,
  of: { reminderId: string; reminder: LockedReminder; booking: Booking },
): Promise<Settled> {
  const { reminderId, reminder, booking } = of;
  const { quiet, zone } = reminder;
  const standing = { status: booking.status, startsAt: toEpochMinute(booking.startsAt) };
  const now = toEpochMinute(world.clock.now());
  const decision = decide(reminder, standing, { quiet, zone, now });
  switch (decision.do) {
    case 'forget':
      return { as: 'forgotten' };
    case 'wait':
      return { as: 'waiting', until: decision.until };
    case 'give-up':
      return { as: 'not-sent', reason: decision.reason };
    case 'send':
      break;
    default:
      return exhaustive(decision);
  }
  const { customerId } = booking;
  // Whoever wants no reminders wants nothing of what the clock brings.
  const refusal =
    customerId && (await findRefusal(tx, scope, { customerId, purpose: 'reminders', bookingId: booking.id }));
  if (refusal) return { as: 'not-sent', reason: refusal };
  const how = await tellCustomer(tx, world, scope, {
    booking,
    notice: noticeOf[reminder.kind],
    effectId: `reminder:${reminderId}`,
  });
  return how === 'message' ? { as: 'sent' } : { as: 'not-sent', reason: how.cannot };
}

const noticeOf: Readonly<Record<ReminderKind, Notice>> = {
  before: { kind: 'reminder' },
  thanks: { kind: 'thanks' },
  'follow-up': { kind: 'follow-up' },
  'no-show': { kind: 'no-show' },
};
