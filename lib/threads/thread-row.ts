import type { ChannelId, CustomerId, ThreadId } from '../kernel/ids';
import type { Thread } from './types';

/** A thread's columns under the names of its properties, as statements written by hand give them. */
export type ThreadRow = Omit<Thread, 'id' | 'channelId' | 'customerId' | 'handledBy'> & {
  id: string;
  channelId: string;
  customerId: string;
  handledBy: string;
};

/** The thread of such a row; whatever else the row has stays in it. */
export const toThread = <Row extends ThreadRow>(row: Row) => ({
  ...row,
  id: row.id as ThreadId,
  channelId: row.channelId as ChannelId,
  customerId: row.customerId as CustomerId,
  handledBy: row.handledBy === 'staff' ? ('staff' as const) : ('bot' as const),
});
