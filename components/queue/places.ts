import type { QueueView } from '../../lib/booking/desk/schema';

export type QueueRow = QueueView['rows'][number];

/** Where everybody of a day stands, each in the order of their tokens. */
export const placesOf = (rows: readonly QueueRow[]) => {
  const come = rows.filter(({ status }) => status === 'checked-in');
  return {
    inside: come.filter(({ calledAt }) => calledAt !== null),
    waiting: come.filter(({ calledAt }) => calledAt === null),
    expected: rows.filter(({ status }) => status === 'confirmed'),
    seen: rows.filter(({ status }) => status === 'completed'),
    missed: rows.filter(({ status }) => status === 'no-show'),
  };
};
