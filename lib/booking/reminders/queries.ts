import type { Db } from '../../db/client';
import type { BookingId } from '../../kernel/ids';
import type { ReminderKind, UnsentReason } from '../../reminders/schema';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from '../commands/sql/booking-row';

export type BookingReminder = {
  kind: ReminderKind;
  status: 'planned' | 'sent' | 'not-sent';
  reason: UnsentReason | null;
  /** When it is due, or what became of it was settled. */
  at: Date;
};

/** What a booking's customer will be told by the clock, was told, and was not; by time. */
export async function listReminders(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<BookingReminder[]> {
  const rows = await db.reminder.findMany({
    where: { businessId: scope.businessId, bookingId },
    select: { kind: true, status: true, reason: true, dueAt: true, settledAt: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  // The casts only name words that the database's own constraints guarantee.
  return rows.map(({ dueAt, settledAt, ...row }) => ({
    kind: row.kind as ReminderKind,
    status: row.status as BookingReminder['status'],
    reason: row.reason as UnsentReason | null,
    at: settledAt ?? dueAt,
  }));
}

/**
 * The next bookings after `after` (by id) whose reminders hang on the rules: those with a customer that are still to
 * come, or that have one planned. `serviceId` null: of every service.
 */
export async function listReminded(
  db: Db,
  scope: BusinessScope,
  of: { serviceId: string | null; now: Date; after: string | null; limit: number },
): Promise<BookingId[]> {
  const { serviceId, now, after, limit } = of;
  const rows = await db.$queryRaw<{ id: string }[]>`/* statement: reminded-bookings */
    SELECT b.id FROM booking b
    WHERE b.business_id = ${scope.businessId}::uuid AND (${after}::uuid IS NULL OR b.id > ${after}::uuid)
      AND (${serviceId}::uuid IS NULL OR b.service_id = ${serviceId}::uuid) AND b.customer_id IS NOT NULL
      AND ((b.status = 'confirmed' AND b.starts_at > ${instant(now)}) OR EXISTS (SELECT FROM reminder r
        WHERE r.business_id = b.business_id AND r.booking_id = b.id AND r.status = 'planned'))
    ORDER BY b.id LIMIT ${limit}::int`;
  return rows.map(({ id }) => id as BookingId);
}
