import { z } from 'zod';
import { listDeskBookings, type DeskFilters, type DeskRow } from '../booking/desk/queries';
import {
  orderOf,
  periodOf,
  type BookingFilters,
  type BookingList,
  type BookingListRow,
} from '../booking/desk/schema';
import type { Db } from '../db/client';
import { fromEpochMinute } from '../kernel/time-range';
import { localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';

const pageSize = 50;

export type ListWish = BookingFilters & { after?: string };

type Desk = { zone: string; /** A practitioner's own calendar. */ within: string | null; now: Date };

/** One page of the list of bookings, and from where the next one starts. One statement. */
export async function listBookings(
  db: Db,
  scope: BusinessScope,
  desk: Desk,
  wish: ListWish,
): Promise<BookingList> {
  const after = readPosition(wish.after);
  const rows = await listDeskBookings(db, scope, deskFilters(desk, wish), { after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(rowView),
    next: rows.length > pageSize && last ? positionOf(wish, last) : null,
  };
}

/** The filters as the database knows them: local days become instants, a practitioner sees one calendar. */
export function deskFilters({ zone, within, now }: Desk, wish: BookingFilters): DeskFilters {
  const { from, to, period = periodOf(wish), ...rest } = wish;
  return {
    ...rest,
    order: orderOf(wish),
    now,
    ...(period !== 'all' && { over: period === 'past' }),
    ...(from && { from: fromEpochMinute(localDayRange(from, zone).start) }),
    ...(to && { to: fromEpochMinute(localDayRange(to, zone).end) }),
    ...(within !== null && { resourceId: within }),
  };
}

export const rowView = ({ startsAt, endsAt, createdAt, ...row }: DeskRow): BookingListRow => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  createdAt: createdAt.toISOString(),
});

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page ended; null for the first page, and for what is no position of ours. */
function readPosition(text: string | undefined): { at: Date; id: string } | null {
  const read = positionSchema.safeParse(text?.split('_'));
  return read.success ? { at: new Date(read.data[0]), id: read.data[1] } : null;
}

const positionOf = (wish: BookingFilters, row: DeskRow): string =>
  `${(wish.sort === 'created' ? row.createdAt : row.startsAt).toISOString()}_${row.id}`;
