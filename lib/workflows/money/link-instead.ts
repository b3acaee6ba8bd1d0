import { addJob } from '../../db/add-job';
import type { Db } from '../../db/client';
import type { OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { attemptIdOf } from './native-order';

/** What was asked for by an order message that WhatsApp did not deliver is asked for by its link. Other messages: nothing. */
export async function linkInstead(
  db: Db,
  { businessId }: BusinessScope,
  message: OutboundMessage,
): Promise<void> {
  const attemptId = message.kind === 'order' ? attemptIdOf(message.reference) : null;
  if (attemptId) await addJob(db, 'open-payment', { businessId, attemptId, instead: true });
}
