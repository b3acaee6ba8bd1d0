import { jobPriority } from '../../db/add-job';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { Statements } from '../../db/statements';
import type { GatewayEvent } from '../../gateways/types';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Stores one verified webhook and queues its handling, in one statement; one that is there already changes nothing. When this
 * returns, it cannot be lost.
 */
export async function storeGatewayEvent(
  db: Statements,
  scope: BusinessScope,
  input: {
    accountId: string;
    event: Pick<GatewayEvent, 'key' | 'name' | 'topic'>;
    body: string;
    contentType: string;
    now: Date;
  },
): Promise<void> {
  const { accountId, event, body, contentType, now } = input;
  const at = Prisma.sql`${now.toISOString()}::timestamptz`;
  await db.$queryRaw(Prisma.sql`/* statement: store-gateway-event */
WITH stored AS (
  INSERT INTO gateway_event (business_id, id, account_id, event_key, name, topic, body, content_type, received_at)
  VALUES (${scope.businessId}::uuid, ${newId()}::uuid, ${accountId}::uuid, ${event.key}::text, ${event.name}::text,
    ${event.topic}::text, ${body}::text, ${contentType}::text, ${at})
  ON CONFLICT (business_id, account_id, event_key) DO NOTHING RETURNING business_id, id
), heard AS (
  UPDATE payment_account SET heard_at = ${at}
  WHERE business_id = ${scope.businessId}::uuid AND id = ${accountId}::uuid
)
SELECT (graphile_worker.add_job('handle-gateway-event', json_build_object('businessId', business_id, 'eventId', id),
  priority := ${jobPriority['handle-gateway-event']}::int)).id FROM stored`);
}
