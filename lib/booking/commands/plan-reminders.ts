import type { Tx } from '../../db/client';
import { toEpochMinute } from '../../kernel/time-range';
import { planOf } from '../../reminders/plan';
import type { PlannedReminder } from '../../reminders/types';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';
import { reminderRules, type ReminderRulesRow } from './sql/reminder-rules';
import { replacePlanned } from './sql/replace-planned';

/**
 * Plans a booking's reminders as it stands now, by its service's rules. Every command that agrees, moves, ends or marks
 * a booking calls it in its transaction, so they exist exactly if what they tell of does. The booking is locked by the
 * caller. Repeating it changes nothing.
 */
export async function planReminders(
  tx: Tx,
  scope: BusinessScope,
  booking: Booking,
  now: Date,
): Promise<void> {
  const planned = await wantedFor(tx, scope, booking, now);
  await tx.$executeRaw(replacePlanned(scope, { booking, planned, now }));
}

async function wantedFor(
  tx: Tx,
  scope: BusinessScope,
  booking: Booking,
  now: Date,
): Promise<PlannedReminder[]> {
  // Nobody to tell, or nothing: what was planned goes.
  if (booking.customerId === null || booking.status === 'cancelled' || booking.status === 'expired')
    return [];
  const [row] = await tx.$queryRaw<ReminderRulesRow[]>(reminderRules(scope, booking.serviceId));
  if (!row) return [];
  const { zone, quietFrom, quietTo, rules } = row;
  return planOf({
    booking: {
      status: booking.status,
      startsAt: toEpochMinute(booking.startsAt),
      endsAt: toEpochMinute(booking.endsAt),
    },
    rules,
    quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    zone,
    now: toEpochMinute(now),
  });
}
