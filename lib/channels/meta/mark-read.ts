import { call, type MetaLine } from './line';

/**
 * Marks the customer's message, and those before it, as read. With `typing` it also shows "typing" until our next
 * message or for 25 s: only when an answer is on its way. Throws ChannelFailure.
 * Source: Meta, "Mark messages as read" and "Typing indicators".
 */
export async function markRead(
  line: MetaLine,
  externalId: string,
  { typing }: { typing: boolean },
): Promise<void> {
  const body = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: externalId,
    ...(typing ? { typing_indicator: { type: 'text' } } : {}),
  };
  await call(line, body);
}
