import { randomUUID } from 'node:crypto';
import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { settleConflict } from '../../mirrors/commands/conflicts';
import { tellAgain } from '../../mirrors/commands/copies';
import { findConflict } from '../../mirrors/links/queries';
import type { ConflictAct, ConflictSettled } from '../../mirrors/schema';
import type { CalendarConflict } from '../../mirrors/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { actOnBooking } from '../act-on-booking';
import { moveFromDashboard } from '../move-from-dashboard';
import type { CalendarEditor } from './manage-feeds';

type Editor = Pick<CalendarEditor, 'world' | 'scope' | 'actor' | 'within'>;

/**
 * Carries out what staff decided about a disagreement between an outside calendar and a booking (P18). `accept` of a moved
 * event moves the booking and tells its customer, of a deleted one cancels it; `reject` writes the event back; `keep` of an
 * overlap leaves both. `refused`: the time is not free here; nothing was done, and it waits on. Throws `not-found` for one
 * that is settled, and `conflict` where the act does not fit or the booking has changed.
 */
export async function decideConflict(editor: Editor, id: string, act: ConflictAct): Promise<ConflictSettled> {
  const { world, scope, within } = editor;
  const { prisma } = world.database;
  const conflict = await findConflict(prisma, scope, id);
  const booking = conflict && (await findBooking(prisma, scope, conflict.bookingId));
  if (!booking || (within !== null && booking.resourceId !== within))
    throw new AppError('not-found', 'There is nothing to decide here any more.');
  if ((conflict.kind === 'overlap') !== (act.act === 'keep'))
    throw new AppError('conflict', 'This act does not fit what has happened.');
  if (act.act === 'accept' && !(await carryOut(editor, { conflict, booking, act })))
    return { outcome: 'refused' };
  await writeDown(editor, { conflict, booking, act });
  return { outcome: 'done' };
}

type Decision = { conflict: CalendarConflict; booking: Booking };

/** False where the time is taken or closed here. */
async function carryOut(
  { world, scope, actor, within }: Editor,
  { conflict, booking, act }: Decision & { act: ConflictAct & { act: 'accept' } },
): Promise<boolean> {
  if (booking.version !== conflict.bookingVersion)
    throw new AppError('conflict', 'The booking has changed since. Look at it again.');
  const { version } = booking;
  if (conflict.kind === 'deleted') {
    await actOnBooking(world, scope, {
      actor,
      booking: booking.id,
      within,
      act: { act: 'cancel', version, key: randomUUID(), tell: true, reason: act.reason },
    });
    return true;
  }
  const placed = await moveFromDashboard(world, scope, actor, {
    bookingId: booking.id,
    within,
    version,
    resourceId: booking.resourceId,
    startsAt: conflict.startsAt.toISOString(),
    durationMinutes: Math.round((conflict.endsAt.getTime() - conflict.startsAt.getTime()) / 60_000),
    price: 'keep',
    notify: true,
    overrideReason: null,
  });
  return placed.outcome === 'done';
}

function writeDown(
  { world, scope, actor }: Editor,
  { conflict, booking, act }: Decision & { act: ConflictAct },
): Promise<void> {
  const as = ({ accept: 'accepted', reject: 'rejected', keep: 'kept' } as const)[act.act];
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const settled = await settleConflict(tx, scope, { id: conflict.id, as, userId: actor.userId, now });
    // What was carried out is done, also where the calendar has been told of it before this was written.
    if (!settled && act.act !== 'accept')
      throw new AppError('conflict', 'Somebody else has just decided this.');
    if (act.act === 'reject')
      await tellAgain(tx, scope, { linkId: conflict.linkId, bookingIds: [booking.id] });
    await recordAudit(tx, scope, {
      actor,
      action: `calendar.${act.act}`,
      subject: { kind: 'booking', id: booking.id, label: booking.reference },
      after: { startsAt: conflict.startsAt, endsAt: conflict.endsAt },
      now,
    });
    await publish(tx, scope, { kind: 'bookings', id: booking.id }, { kind: 'setup' });
  });
}
