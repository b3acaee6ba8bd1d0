import type { ChannelId, CustomerId, ThreadId } from '../kernel/ids';
import type { Thread } from './types';

/** A thread's columns under the names of its properties, as statements written by hand give them. */
export type ThreadRow = Omit<Thread, 'id' | 'channelId' | 'customerId' | 'handledBy'> & {
  id: string;
  channelId: string;
  customerId: string;
  handledBy: string;
};

type Instants =
  'handedOverAt' | 'lastStaffAt' | 'lastInboundAt' | 'nthInboundAt' | 'floodUntil' | 'floodToldAt';
export type ThreadJson = Omit<ThreadRow, Instants> & Record<Instants, string | null>;

const instantOf = (written: string | null): Date | null => (written === null ? null : new Date(written));

/** The thread of such a row that came as JSON, with its instants as text. */
export const threadOfJson = (row: ThreadJson): Thread =>
  toThread({
    ...row,
    handedOverAt: instantOf(row.handedOverAt),
    lastStaffAt: instantOf(row.lastStaffAt),
    lastInboundAt: instantOf(row.lastInboundAt),
    nthInboundAt: instantOf(row.nthInboundAt),
    floodUntil: instantOf(row.floodUntil),
    floodToldAt: instantOf(row.floodToldAt),
  });

/** The thread of such a row; whatever else the row has stays in it. */
export const toThread = <Row extends ThreadRow>(row: Row) => ({
  ...row,
  id: row.id as ThreadId,
  channelId: row.channelId as ChannelId,
  customerId: row.customerId as CustomerId,
  handledBy: row.handledBy === 'staff' ? ('staff' as const) : ('bot' as const),
});
