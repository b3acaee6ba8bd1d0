import { listArrivals, listDeskBookings, type DeskRow } from '../booking/desk/queries';
import type { QueueView } from '../booking/desk/schema';
import type { Db } from '../db/client';
import { fromEpochMinute } from '../kernel/time-range';
import type { LocalDate } from '../scheduling/types';
import { localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { rowView } from './list-bookings';

/** No doctor sees more in a day. */
const most = 400;

type Day = { resourceId: string; date: LocalDate; zone: string; now: Date };

/** A day of one court or doctor, soonest first, cancelled ones and holds left out. */
export async function listDayOf(db: Db, scope: BusinessScope, day: Day): Promise<DeskRow[]> {
  const range = localDayRange(day.date, day.zone);
  const rows = await listDeskBookings(
    db,
    scope,
    {
      resourceId: day.resourceId,
      from: fromEpochMinute(range.start),
      to: fromEpochMinute(range.end),
      now: day.now,
      sort: 'start',
      order: 'asc',
    },
    { after: null, limit: most },
  );
  return rows.filter(({ status }) => status !== 'cancelled' && status !== 'held');
}

/** Who comes to a doctor today, with tokens by their order, when they came and were called in. Two statements. */
export async function loadQueue(db: Db, scope: BusinessScope, day: Day): Promise<QueueView> {
  const rows = await listDayOf(db, scope, day);
  const arrivals = await listArrivals(
    db,
    scope,
    rows.map((row) => row.id),
  );
  return {
    date: day.date,
    rows: rows.map((row, index) => {
      const { arrivedAt = null, calledAt = null } = arrivals.get(row.id) ?? {};
      // A call is worth nothing once they were checked in anew.
      const stands = arrivedAt && calledAt && calledAt >= arrivedAt;
      return {
        ...rowView(row),
        token: index + 1,
        arrivedAt: arrivedAt?.toISOString() ?? null,
        calledAt: stands ? calledAt.toISOString() : null,
      };
    }),
  };
}
