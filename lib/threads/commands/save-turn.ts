import type { Prisma } from '../../db/generated/client';
import type { Tx } from '../../db/client';
import type { ThreadId } from '../../kernel/ids';
import type { InboundContent, OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { newId } from '../../db/new-id';

/** A message of this turn, in the order in which the customer sees it. */
export type TurnMessage =
  | {
      direction: 'in';
      effectId: string;
      label: string;
      content: InboundContent;
      providerMessageId: string;
      at: Date;
    }
  | { direction: 'out'; effectId: string; label: string; content: OutboundMessage; expiresAt: Date | null };

/**
 * Writes the new state and the turn's messages; outbound ones are queued to be sent. The thread's row lock,
 * taken by `openThread`, makes positions gapless. A replayed effect id is a bug upstream and fails loudly.
 */
export async function saveTurn(
  tx: Tx,
  scope: BusinessScope,
  turn: { threadId: ThreadId; firstPosition: number; state: unknown; messages: TurnMessage[]; now: Date },
): Promise<void> {
  const { businessId } = scope;
  await tx.message.createMany({
    data: turn.messages.map((message, index) => ({
      businessId,
      id: newId(),
      threadId: turn.threadId,
      position: turn.firstPosition + index,
      direction: message.direction,
      effectId: message.effectId,
      label: message.label,
      content: message.content as unknown as Prisma.InputJsonValue,
      createdAt: turn.now,
      ...(message.direction === 'in'
        ? { status: 'received', providerMessageId: message.providerMessageId, sentAt: message.at }
        : { status: 'queued', expiresAt: message.expiresAt }),
    })),
  });
  await tx.$executeRaw`UPDATE thread SET state = ${JSON.stringify(turn.state ?? null)}::jsonb,
      next_position = ${turn.firstPosition + turn.messages.length}, updated_at = ${turn.now}
    WHERE business_id = ${businessId}::uuid AND id = ${turn.threadId}::uuid`;
}
