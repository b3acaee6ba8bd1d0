/** Columns of the list that may be shown or hidden; the first two always stand. */
export const columnNames = [
  'who',
  'phone',
  'service',
  'resource',
  'status',
  'source',
  'price',
  'paid',
  'due',
  'payment',
  'created',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const usualColumns: readonly ColumnName[] = ['who', 'phone', 'service', 'resource', 'status', 'price'];

/** Amounts stand under each other. */
export const isMoney = (name: ColumnName): boolean => name === 'price' || name === 'paid' || name === 'due';
