import type { Db } from '../../db/client';
import type { BusinessId } from '../../kernel/ids';
import { claimDue } from './sql/claim-due';

export type ClaimedReminder = {
  businessId: BusinessId;
  id: string;
  bookingId: string;
  /** Whose booking it was when it was claimed. */
  customerId: string | null;
};

/**
 * Takes up to `limit` reminders of every business that are due, the longest due first, for this caller alone until
 * `until`: several workers at once get different ones, and what a worker that died had in hand is given out again after
 * that. A statement of its own, so that no row stays locked while a message is written.
 */
export async function claimReminders(
  db: Db,
  input: { now: Date; until: Date; limit: number },
): Promise<ClaimedReminder[]> {
  const rows = await db.$queryRaw<
    { businessId: string; id: string; bookingId: string; customerId: string | null }[]
  >(claimDue(input));
  return rows.map((row) => ({ ...row, businessId: row.businessId as BusinessId }));
}
