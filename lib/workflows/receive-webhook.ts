import type { WebhookProof } from '../channels/types';
import { storeTogether } from '../inbox/commands/store-together';
import type { Channel } from '../tenancy/queries';
import type { World } from './types';

export type WebhookOutcome =
  { kind: 'stored' } | { kind: 'bad-signature' } | { kind: 'unreadable'; why: string };

/**
 * Takes one webhook body: checks its signature over the raw bytes, splits it and stores every part.
 * When it returns `stored`, nothing of it can be lost, and a repeat changes nothing. Nothing else is done
 * before the acknowledgement. Throws only when the database could not take it: the provider then retries.
 */
export async function receiveWebhook(
  world: World,
  channel: Channel,
  body: Uint8Array,
  proof: WebhookProof,
): Promise<WebhookOutcome> {
  const adapter = world.adapterOf(channel.provider);
  const connection = world.connectionOf(channel);
  if (!adapter.verifySignature(connection, body, proof)) return { kind: 'bad-signature' };
  try {
    const events = adapter.split(connection, body, proof.query);
    if (events === null) return { kind: 'unreadable', why: 'The body is not a WhatsApp webhook.' };
    await storeTogether(world.database.pool, {
      scope: channel.scope,
      channelId: channel.id,
      events,
      bytes: body.byteLength,
      now: world.clock.now(),
    });
    return { kind: 'stored' };
  } catch (error) {
    if (isUnstorable(error))
      return { kind: 'unreadable', why: 'The body is nested too deeply to be stored.' };
    throw error;
  }
}

/**
 * Nesting that exhausts the stack, here (RangeError) or in PostgreSQL (54001), will do so at every retry:
 * the fault is in the body, so the sender must not be asked to repeat it.
 */
const isUnstorable = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && (error.code === '54001' || error.code === '54000'));
