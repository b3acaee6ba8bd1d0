import type { SeriesChange, SeriesChanged } from '../booking/series/schema';
import type { Booking } from '../booking/types';
import type { Tx } from '../db/client';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { cancelSeries, moveSeries } from './change-series';
import { seriesNotice } from './series-told';
import { tellOfChange, type Told } from './tell-of-change';
import type { World } from './types';

type Input = {
  bookingId: string;
  /** The one calendar of a practitioner; null for the desk. */
  within: string | null;
  change: SeriesChange;
};

/**
 * Cancels or moves one booking of a series, it and those after it, or all that are not over, in one transaction, and
 * tells the customer once. Of two who change it at once one wins and the other is told `changed`; where a new time is
 * taken, `taken` names the dates and nothing is done, unless the rest was asked for. Throws `not-found`.
 */
export async function changeSeriesFromDashboard(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  { bookingId, within, change }: Input,
): Promise<SeriesChanged> {
  const common = {
    bookingId,
    within,
    reach: change.reach,
    expectedVersion: change.version,
    actor: { kind: 'staff', id: actor.userId } as const,
  };
  let told: Told = null;
  const also = async (tx: Tx, changed: readonly Booking[]): Promise<void> => {
    told = await record(tx, world, scope, actor, { change, changed });
  };
  if (change.act === 'cancel') {
    const done = await cancelSeries(world, scope, { ...common, reason: change.reason }, also);
    if (!done.ok) return refused(done);
    return { outcome: 'done', count: done.value.cancelled.length, missed: [], told };
  }
  const { to, whenTaken } = change;
  const done = await moveSeries(world, scope, { ...common, to, whenTaken }, also);
  if (!done.ok) return refused(done);
  return { outcome: 'done', count: done.value.moved.length, missed: done.value.missed, told };
}

function refused(
  failure:
    { reason: 'not-found' } | { reason: 'changed-meanwhile' } | { reason: 'dates-taken'; dates: string[] },
): SeriesChanged {
  if (failure.reason === 'not-found') throw new AppError('not-found', 'There is no such series.');
  return failure.reason === 'dates-taken'
    ? { outcome: 'taken', dates: failure.dates }
    : { outcome: 'changed' };
}

async function record(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  { change, changed }: { change: SeriesChange; changed: readonly Booking[] },
): Promise<Told> {
  const [first] = changed;
  if (!first) return null;
  const { act, reach } = change;
  const reason = act === 'cancel' ? change.reason : null;
  await recordAudit(tx, scope, {
    actor,
    action: `booking.${act}-series`,
    subject: { kind: 'booking', id: first.id, label: first.reference },
    after: {
      seriesId: first.seriesId,
      reach,
      bookings: changed.map((one) => one.reference),
      ...(act === 'move' && { to: change.to }),
      ...(reason && { reason }),
    },
    now: world.clock.now(),
  });
  await publish(tx, scope, { kind: 'bookings' });
  return tellOfChange(tx, world, scope, {
    wished: change.tell,
    booking: first,
    notice: seriesNotice(act === 'cancel' ? 'cancelled' : 'moved', changed, reason),
    effectId: `told:series:${change.key}`,
  });
}
