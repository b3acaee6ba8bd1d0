import type { EpochMinute } from '../kernel/time-range';
import type { ReminderKind } from './schema';

export type ReminderRule = {
  id: string;
  kind: ReminderKind;
  /** Before the start for `before`, otherwise after the end. */
  minutes: number;
};

/** Minutes of the local day, half-open; `from` later than `to` goes over midnight. */
export type QuietHours = { from: number; to: number };

/** What of a booking decides its reminders. */
export type RemindedBooking = {
  status: 'held' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled' | 'expired';
  startsAt: EpochMinute;
  endsAt: EpochMinute;
};

export type PlannedReminder = {
  ruleId: string;
  kind: ReminderKind;
  dueAt: EpochMinute;
  /** From here on it is worth nothing; of `before` never after the start. */
  expiresAt: EpochMinute;
  /** Lies far enough ahead to be planned now. One that does not is kept only where it was planned before. */
  fresh: boolean;
};
