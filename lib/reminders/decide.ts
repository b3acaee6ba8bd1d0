import type { EpochMinute } from '../kernel/time-range';
import { silenceAt } from './quiet-hours';
import type { ReminderKind, UnsentReason } from './schema';
import type { QuietHours, RemindedBooking } from './types';

export type DueReminder = {
  kind: ReminderKind;
  startsAt: EpochMinute;
  dueAt: EpochMinute;
  expiresAt: EpochMinute;
  /** Its rule has been taken away. */
  ruleGone: boolean;
  /** A later one of the same kind and booking is due as well. */
  overtaken: boolean;
  /** The same person has a later booking of the same service that stands: nobody need ask them to come back. */
  bookedAgain: boolean;
};

export type Decision =
  | { do: 'send' }
  /** Not yet: due, or allowed, from then on. */
  | { do: 'wait'; until: EpochMinute }
  /** It is not wanted any more, and nobody needs to know. */
  | { do: 'forget' }
  | { do: 'give-up'; reason: UnsentReason };

/**
 * Whether a reminder that a worker has in hand is to be sent now, as the booking stands under its lock. A worker may come
 * late: never after the start, never in the quiet hours, and of two that have waited only the later.
 */
export function decide(
  reminder: DueReminder,
  booking: Pick<RemindedBooking, 'status' | 'startsAt'>,
  world: { quiet: QuietHours | null; zone: string; now: EpochMinute },
): Decision {
  const { now, quiet, zone } = world;
  if (reminder.ruleGone || reminder.startsAt !== booking.startsAt || !fits(reminder.kind, booking.status))
    return { do: 'forget' };
  if (reminder.bookedAgain && reminder.dueAt <= now) return { do: 'forget' };
  if (now < reminder.dueAt) return { do: 'wait', until: reminder.dueAt };
  if (now >= reminder.expiresAt) return { do: 'give-up', reason: 'too-late' };
  if (reminder.overtaken) return { do: 'give-up', reason: 'overtaken' };
  const silence = silenceAt(now, quiet, zone);
  if (!silence) return { do: 'send' };
  return silence.to < reminder.expiresAt
    ? { do: 'wait', until: silence.to }
    : { do: 'give-up', reason: 'too-late' };
}

function fits(kind: ReminderKind, status: RemindedBooking['status']): boolean {
  switch (kind) {
    case 'before':
      return status === 'confirmed';
    case 'thanks':
    case 'follow-up':
      return status === 'confirmed' || status === 'checked-in' || status === 'completed';
    case 'no-show':
      return status === 'no-show';
  }
}
