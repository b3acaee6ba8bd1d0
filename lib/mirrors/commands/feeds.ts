import type { Db, Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { Titles } from '../types';

/** Of one court or doctor, or of one member. */
export type FeedOwner = { resourceId: string; userId: null } | { resourceId: null; userId: string };

/** Makes a new address and ends the one before. The caller has seen to it that the owner is of the business. */
export async function renewFeed(
  tx: Tx,
  scope: BusinessScope,
  { owner, now }: { owner: FeedOwner; now: Date },
): Promise<string> {
  const { businessId } = scope;
  await tx.calendarFeed.updateMany({
    where: { businessId, ...owner, revokedAt: null },
    data: { revokedAt: now },
  });
  const id = newId();
  await tx.calendarFeed.create({ data: { businessId, id, ...owner, createdAt: now } });
  return id;
}

/** Ends an address for good; the rest of the history stays. False where it had ended. */
export async function revokeFeed(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.calendarFeed.updateMany({
    where: { businessId, id, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Notes that a program has read the feed, to the minute: a busy reader costs one write a minute. */
export async function noteRead(
  db: Db,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  await db.calendarFeed.updateMany({
    where: { businessId, id, OR: [{ readAt: null }, { readAt: { lt: minuteAgo } }] },
    data: { readAt: now },
  });
}

/** Chooses how much of a person other calendars show. */
export async function setTitles(tx: Tx, { businessId }: BusinessScope, titles: Titles): Promise<void> {
  await tx.business.update({ where: { id: businessId }, data: { calendarTitles: titles } });
}
