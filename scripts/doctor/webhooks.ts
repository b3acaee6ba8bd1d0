import type { ChannelConnection } from '../../lib/channels/types';
import type { Channel } from '../../lib/tenancy/queries';
import { webhookPathOf } from '../../lib/workflows/webhook-path';
import { reasonOf } from './address';
import { well, wrong, type Finding } from './finding';

const challenge = 'neram-doctor';

/**
 * Calls a channel's webhook from outside, as its provider would: Meta's own check of the address where there is one, else an
 * event that is not proved and must be refused. `lastEventAt`: when the provider last called.
 */
export async function checkWebhook(
  channel: Pick<Channel, 'provider' | 'key'>,
  connection: ChannelConnection,
  { publicUrl, lastEventAt }: { publicUrl: string; lastEventAt: Date | null },
): Promise<Finding> {
  const what = `Webhook of ${channel.key}`;
  const address = `${publicUrl}${webhookPathOf(channel.provider, channel.key)}`;
  const heard = lastEventAt ? `; last event ${lastEventAt.toISOString()}` : '; no event has come yet';
  try {
    const refusal =
      'verifyToken' in connection
        ? await askWithToken(address, connection.verifyToken)
        : await askUnproved(address);
    return refusal === null
      ? well(what, `reachable and verified${heard}`)
      : wrong(
          what,
          `${address} ${refusal}`,
          'Let the proxy pass /api/webhooks/ on as it comes, body and query unchanged.',
        );
  } catch (error) {
    return wrong(what, `${address} does not answer (${reasonOf(error)})`, 'Mend the public address first.');
  }
}

async function askWithToken(address: string, token: string): Promise<string | null> {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': token,
    'hub.challenge': challenge,
  });
  const answer = await fetch(`${address}?${query.toString()}`, { signal: AbortSignal.timeout(10_000) });
  const body = await answer.text();
  if (answer.ok && body === challenge) return null;
  return `does not pass Meta’s check of the address (status ${String(answer.status)})`;
}

/** Null: refused as it should be, so the channel is known there and nobody else's word counts. */
async function askUnproved(address: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(10_000);
  const { status } = await fetch(address, { method: 'POST', headers, body: '{}', signal });
  return status === 401 ? null : `answers ${String(status)} where 401 was due`;
}
