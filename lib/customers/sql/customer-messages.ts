import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

export type ExportedMessage = {
  at: Date;
  direction: 'in' | 'out';
  content: unknown;
  status: string;
};

/** Everything said with a customer, oldest first, as it is stored; for the customer themselves. */
export const listCustomerMessages = (
  db: Db,
  scope: BusinessScope,
  customerId: string,
): Promise<ExportedMessage[]> => db.$queryRaw<ExportedMessage[]>`
  SELECT coalesce(m.sent_at, m.created_at) AS at, m.direction, m.content, m.status
  FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
  WHERE t.business_id = ${scope.businessId}::uuid AND t.customer_id = ${customerId}::uuid
  ORDER BY m.thread_id, m.position`;
