import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { addMoney } from './add-money';
import { moneyRowsSchema, newsSchema, sumsSchema, type News, type Report, type Sums } from './schema';
import { newsSince } from './sql/news-since';
import { sumMoney } from './sql/sum-money';
import { sumBookings, type SpanOfBookings } from './sql/sum-bookings';

/** What the bookings that start in a span come to: one statement, however many there are. */
export async function loadSums(db: Db, scope: BusinessScope, span: SpanOfBookings): Promise<Sums> {
  const [row] = await db.$queryRaw<{ sums: unknown }[]>(sumBookings(scope, span));
  return sumsSchema.parse(row?.sums);
}

/** What was asked for, came and went back in a span, by way of paying and by day. One statement. */
export async function loadMoneySums(
  db: Db,
  scope: BusinessScope,
  span: SpanOfBookings,
): Promise<Pick<Report, 'money' | 'moneyDays'>> {
  return addMoney(moneyRowsSchema.parse(await db.$queryRaw<unknown[]>(sumMoney(scope, span))));
}

/**
 * Bookings that customers confirmed themselves, and chats that were given to staff, after `since` and up to `now`: the
 * newest twenty of each. With `resourceId` the bookings of that calendar alone, and no chats.
 */
export async function listNews(
  db: Db,
  scope: BusinessScope,
  span: { since: Date; now: Date; resourceId: string | null },
): Promise<Omit<News, 'money'>> {
  const [row] = await db.$queryRaw<{ news: object }[]>(newsSince(scope, span));
  return newsSchema.omit({ money: true }).parse({ ...row?.news, until: span.now.toISOString() });
}
