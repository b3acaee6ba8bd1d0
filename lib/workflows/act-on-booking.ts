import { callWaiting } from '../booking/commands/call-waiting';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { changeAttendee } from '../booking/commands/change-attendee';
import { checkIn } from '../booking/commands/check-in';
import { completeBooking } from '../booking/commands/complete-booking';
import { markNoShow } from '../booking/commands/mark-no-show';
import { renewCalendarLink } from '../booking/commands/renew-calendar-link';
import { reopenBooking } from '../booking/commands/reopen-booking';
import { writeNote } from '../booking/commands/write-note';
import type { BookingAct, BookingActed } from '../booking/desk/schema';
import type { Booking, BookingStatus } from '../booking/types';
import type { Notice } from '../conversation/notice';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { fail, ok, type Result } from '../kernel/result';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { findDeskBooking } from './find-desk-booking';
import { settleCancelled } from './money/settle-change';
import { tellCustomer, toldAs } from './tell-customer';
import type { World } from './types';

type Acting = {
  actor: StaffActor;
  booking: string;
  /** A practitioner's own calendar; null for the desk. */
  within: string | null;
  act: BookingAct;
};

type Refusal =
  | { reason: 'not-found' }
  | { reason: 'wrong-state'; status: BookingStatus }
  | { reason: 'too-late' | 'already-over' | 'changed-meanwhile' };

/** Acts that are written down though the booking's version stays. */
const leavesVersion: ReadonlySet<BookingAct['act']> = new Set(['resend', 'note', 'calendar-link']);

/**
 * One act of staff on a booking: the change, its line in the audit, and the message to its customer where it is wished,
 * together or not at all. The customer's notice does not bind staff (P19). Throws `conflict` when somebody else changed
 * the booking since it was read, or its state does not allow the act; then nothing is done.
 */
export function actOnBooking(world: World, scope: BusinessScope, input: Acting): Promise<BookingActed> {
  const { act, actor } = input;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const before = await findDeskBooking(tx, scope, input);
    const done = await carryOut(tx, scope, { before, act, now, userId: actor.userId });
    if (!done.ok) throw refused(done);
    const after = done.value;
    const notice = noticeOf(act);
    const told =
      notice && 'key' in act
        ? toldAs(
            await tellCustomer(tx, world, scope, { booking: after, notice, effectId: `desk:${act.key}` }),
          )
        : null;
    if (leavesVersion.has(act.act) || after.version !== before.version) {
      await recordAudit(tx, scope, {
        actor,
        action: `booking.${act.act}`,
        subject: { kind: 'booking', id: before.id, label: before.reference },
        before: { status: before.status, attendeeName: before.attendeeName },
        after: {
          status: after.status,
          attendeeName: after.attendeeName,
          ...(act.act === 'cancel' && { reason: act.reason }),
          ...(told && { told }),
        },
        now,
      });
    }
    await publish(tx, scope, { kind: 'bookings', id: before.id });
    return { version: after.version, told };
  });
}

/** What the customer is told of it; null where nothing is, or staff chose not to. */
function noticeOf(act: BookingAct): Notice | null {
  if (act.act === 'resend') return { kind: 'confirmation' };
  if (act.act === 'cancel' && act.tell) return { kind: 'cancelled', reason: act.reason };
  return act.act === 'attendee' && act.tell ? { kind: 'attendee' } : null;
}

async function carryOut(
  tx: Tx,
  scope: BusinessScope,
  of: { before: Booking; act: BookingAct; now: Date; userId: string },
): Promise<Result<Booking, Refusal>> {
  const { before, act, now, userId } = of;
  const bookingId = before.id;
  const common = { bookingId, now, actor: { kind: 'staff', id: userId } as const };
  switch (act.act) {
    case 'cancel': {
      const cancelled = await cancelBooking(tx, scope, {
        ...common,
        reason: act.reason,
        expectedVersion: act.version,
      });
      if (!cancelled.ok) return cancelled;
      await callWaiting(tx, scope, [before]);
      return ok(await settleCancelled(tx, scope, { booking: cancelled.value, ...common, by: 'venue' }));
    }
    case 'check-in':
      return checkIn(tx, scope, { ...common, expectedVersion: act.version });
    case 'complete':
      return completeBooking(tx, scope, { ...common, expectedVersion: act.version });
    case 'no-show':
      return markNoShow(tx, scope, { ...common, expectedVersion: act.version });
    case 'reopen':
      return reopenBooking(tx, scope, { ...common, expectedVersion: act.version });
    case 'attendee':
      return changeAttendee(tx, scope, { ...common, name: act.name, expectedVersion: act.version });
    case 'note':
      return (await writeNote(tx, scope, { bookingId, note: act.note || null, was: act.was, now }))
        ? ok(before)
        : fail({ reason: 'changed-meanwhile' });
    case 'calendar-link':
      await renewCalendarLink(tx, scope, { bookingId, now });
      return ok(before);
    case 'resend':
      if (before.status === 'confirmed' || before.status === 'checked-in') return ok(before);
      throw refused({ reason: 'wrong-state', status: before.status });
  }
}

const refused = (failure: Refusal): AppError =>
  failure.reason === 'not-found'
    ? new AppError('not-found', 'There is no such booking.')
    : new AppError('conflict', 'The booking does not allow this any more. Read it again.', [
        { path: 'booking', message: failure.reason },
      ]);
