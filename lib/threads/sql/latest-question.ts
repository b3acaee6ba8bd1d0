import type { Statements } from '../../db/statements';
import type { OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';

type Said = { content: OutboundMessage; providerMessageId: string | null };

/**
 * The last message of ours in a chat that a customer can have seen and may answer; null where there is none. Places and
 * files ask nothing, nor does the end of a bill: they are passed over.
 */
export async function latestQuestion(
  db: Statements,
  scope: BusinessScope,
  threadId: string,
): Promise<Said | null> {
  const [row] = await db.$queryRaw<Said[]>`/* statement: latest-question */
    SELECT content, provider_message_id AS "providerMessageId" FROM message
    WHERE business_id = ${scope.businessId}::uuid AND thread_id = ${threadId}::uuid AND direction = 'out'
      AND status NOT IN ('queued', 'failed', 'cancelled') AND content->>'kind' NOT IN ('location', 'document', 'image', 'order-status')
    ORDER BY position DESC LIMIT 1`;
  return row ?? null;
}
