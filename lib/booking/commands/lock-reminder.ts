import type { Tx } from '../../db/client';
import { toEpochMinute } from '../../kernel/time-range';
import type { DueReminder } from '../../reminders/decide';
import type { ReminderKind } from '../../reminders/schema';
import type { QuietHours } from '../../reminders/types';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from './sql/booking-row';

type Row = {
  kind: string;
  startsAt: number;
  dueAt: number;
  expiresAt: number;
  ruleGone: boolean;
  overtaken: boolean;
  bookedAgain: boolean;
  zone: string;
  quietFrom: number | null;
  quietTo: number | null;
};

/** A planned reminder, and what of its business decides whether it may go. */
export type LockedReminder = DueReminder & { quiet: QuietHours | null; zone: string };

/**
 * Locks a reminder that is still planned, for the rest of the transaction; null when it was sent, given up or removed
 * meanwhile. Its booking is locked by the caller first.
 */
export async function lockReminder(
  tx: Tx,
  scope: BusinessScope,
  of: { reminderId: string; now: Date },
): Promise<LockedReminder | null> {
  const [row] = await tx.$queryRaw<Row[]>`/* statement: lock-reminder */
    SELECT r.kind, (extract(epoch from r.starts_at) * 1000)::float8 AS "startsAt",
      (extract(epoch from r.due_at) * 1000)::float8 AS "dueAt",
      (extract(epoch from r.expires_at) * 1000)::float8 AS "expiresAt", u.archived_at IS NOT NULL AS "ruleGone",
      EXISTS (SELECT FROM reminder l WHERE l.business_id = r.business_id AND l.booking_id = r.booking_id
        AND l.kind = r.kind AND l.status = 'planned' AND l.starts_at = r.starts_at AND l.due_at > r.due_at
        AND l.due_at <= ${instant(of.now)}) AS overtaken,
      r.kind IN ('follow-up', 'no-show') AND EXISTS (SELECT FROM booking b JOIN booking n ON n.business_id = b.business_id
        AND n.customer_id = b.customer_id AND n.service_id = b.service_id
        AND n.attendee_id IS NOT DISTINCT FROM b.attendee_id AND n.starts_at > b.starts_at AND n.status = 'confirmed'
        WHERE b.business_id = r.business_id AND b.id = r.booking_id) AS "bookedAgain",
      z.zone, z.quiet_from_minute AS "quietFrom", z.quiet_to_minute AS "quietTo"
    FROM reminder r JOIN reminder_rule u ON u.business_id = r.business_id AND u.id = r.rule_id
    JOIN business z ON z.id = r.business_id
    WHERE r.business_id = ${scope.businessId}::uuid AND r.id = ${of.reminderId}::uuid AND r.status = 'planned'
    FOR NO KEY UPDATE OF r`;
  if (!row) return null;
  const { quietFrom, quietTo, startsAt, dueAt, expiresAt, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as ReminderKind,
    startsAt: minuteOf(startsAt),
    dueAt: minuteOf(dueAt),
    expiresAt: minuteOf(expiresAt),
    quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
  };
}

const minuteOf = (millis: number): number => toEpochMinute(new Date(millis));
