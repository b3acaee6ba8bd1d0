import { Prisma } from '../../../db/generated/client';
import { fromEpochMinute } from '../../../kernel/time-range';
import type { PlannedReminder } from '../../../reminders/types';
import type { BusinessScope } from '../../../tenancy/types';
import type { Booking } from '../../types';
import { instant } from './booking-row';
import { uuidV7 } from './uuid-v7';

const texts = (minutes: readonly number[]): string[] =>
  minutes.map((minute) => fromEpochMinute(minute).toISOString());

/**
 * Makes a booking's planned reminders these, for the start it has now. What was sent, or given up, for the same start
 * stays, and is not planned again. One that is due and not `fresh` stays where it was planned for that very moment: the
 * sweep is about to come for it.
 */
export const replacePlanned = (
  scope: BusinessScope,
  input: { booking: Pick<Booking, 'id' | 'startsAt'>; planned: readonly PlannedReminder[]; now: Date },
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { booking, planned, now } = input;
  return Prisma.sql`/* statement: replace-planned */
WITH wanted AS MATERIALIZED (
  SELECT * FROM unnest(${planned.map((one) => one.ruleId)}::uuid[], ${planned.map((one) => one.kind)}::text[],
    ${texts(planned.map((one) => one.dueAt))}::timestamptz[], ${texts(planned.map((one) => one.expiresAt))}::timestamptz[],
    ${planned.map((one) => one.fresh)}::boolean[]) AS w(rule_id, kind, due_at, expires_at, fresh)
), gone AS (
  DELETE FROM reminder r WHERE r.business_id = ${business} AND r.booking_id = ${booking.id}::uuid AND r.status = 'planned'
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.rule_id = r.rule_id AND r.starts_at = ${instant(booking.startsAt)}
      AND (w.fresh OR w.due_at = r.due_at))
)
INSERT INTO reminder AS r (business_id, id, booking_id, rule_id, kind, starts_at, due_at, expires_at, created_at)
SELECT ${business}, ${uuidV7}, ${booking.id}::uuid, rule_id, kind, ${instant(booking.startsAt)}, due_at, expires_at,
  ${instant(now)}
FROM wanted WHERE fresh
ON CONFLICT (business_id, booking_id, rule_id, starts_at) DO UPDATE
  SET due_at = excluded.due_at, expires_at = excluded.expires_at
  WHERE r.status = 'planned' AND r.due_at <> excluded.due_at`;
};
