import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, Candidate, HoldSlotInput } from '../types';
import { drawFresh } from './draw-fresh';
import { findBookingByEffect } from '../queries';
import { listOverlap } from './list-overlap';
import { planReminders } from './plan-reminders';
import { toBooking, type BookingRow } from './sql/booking-row';
import { writeOverride } from './sql/write-override';

export type BookOverInput = Omit<HoldSlotInput, 'candidates' | 'holdUntil' | 'replaces'> & {
  candidate: Candidate;
  /** Why it is worth two customers at once; shown in the audit. */
  reason: string;
};

/**
 * Books a time although it is taken: a staff member's knowing exception, confirmed at once, marked `override` outside
 * the exclusion constraint, and audited with what it overlaps. The caller has checked the permission.
 * Safe to repeat with the same `effectId`. Throws `forbidden` for anybody but staff, `invalid` without a reason.
 */
export async function bookOver(tx: Tx, scope: BusinessScope, input: BookOverInput): Promise<Booking> {
  if (input.actor.kind !== 'staff')
    throw new AppError('forbidden', 'Only staff may book over another booking.');
  const reason = input.reason.trim();
  if (!reason)
    throw new AppError('invalid', 'Say why this time is booked twice.', [
      { path: 'reason', message: 'required' },
    ]);
  const earlier = await findBookingByEffect(tx, scope, input.effectId);
  if (earlier) return earlier;
  const { businessId } = scope;
  const { candidate, startsAt, endsAt, now, actor } = input;
  const { bookings } = await listOverlap(tx, scope, {
    resourceIds: [candidate.resourceId],
    startsAt,
    endsAt,
    now,
  });
  const [row] = await tx.$queryRaw<BookingRow[]>(writeOverride(scope, { ...input, reason }, drawFresh()));
  if (!row) throw new Error('An override was not written.');
  await tx.auditEntry.create({
    data: {
      businessId,
      id: newId(),
      at: now,
      actor,
      action: 'book-over',
      subject: { bookingId: row.id, reason, overlaps: bookings.map((each) => each.reference) },
    },
  });
  const booking = toBooking(row);
  await planReminders(tx, scope, booking, now);
  return booking;
}
