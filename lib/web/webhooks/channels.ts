import { AppError } from '../../kernel/app-error';
import { metrics } from '../../metrics/metrics';
import type { Channel } from '../../tenancy/queries';
import { noteFirstEvent, noteStranger, verifyWebhook } from '../../workflows/channels/verify-webhook';
import { receiveWebhook } from '../../workflows/receive-webhook';
import type { World } from '../../workflows/types';
import { webhookDoors } from '../../workflows/webhook-path';
import { channelOf } from '../channel-lookup';
import type { Door } from './types';

/** Meta's own maximum for one webhook body; the others' are smaller. Source: Cloud API webhooks, delivery semantics. */
const maxBytes = 3 * 1024 * 1024;

type DoorName = (typeof webhookDoors)[keyof typeof webhookDoors];

/** Where the providers that share a door bring what happens on a channel, at the channel's key. */
export const channelEvents = (name: DoorName): Door => ({
  /** Meta's check of the address: the challenge goes back as plain text. */
  async GET(world, call, key) {
    const channel = await channelBehind(world, name, key);
    const query = new URLSearchParams(call.query);
    const challenge = await verifyWebhook(world, channel, query);
    if (challenge === null)
      throw new AppError('forbidden', 'hub.mode or hub.verify_token is not what this channel expects.');
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: challenge };
  },

  /** Events. 200 only once every one of them is stored; without a body, which one provider would show the customer. */
  async POST(world, call, key) {
    const channel = await channelBehind(world, name, key);
    const body = await call.readBody(maxBytes);
    const proof = { headers: call.headers, query: new URLSearchParams(call.query) };
    const outcome = await receiveWebhook(world, channel, body, proof);
    metrics.webhooks.inc({ provider: channel.provider, outcome: outcome.kind });
    switch (outcome.kind) {
      case 'stored':
        await noteFirstEvent(world, channel);
        return { status: 200, headers: {}, body: '' };
      case 'bad-signature':
        await noteStranger(world, channel);
        throw new AppError('unauthenticated', notProved[name]);
      case 'unreadable':
        throw new AppError('invalid', outcome.why);
    }
  },
});

const notProved: Record<DoorName, string> = {
  whatsapp: 'X-Hub-Signature-256 is missing or does not match the body.',
  d360: 'The header that this channel gave 360dialog is missing or wrong.',
  twilio: 'X-Twilio-Signature is missing or does not match address and body.',
  gupshup: 'The token in the address is missing or wrong.',
  onprem: 'The token in the address is missing or wrong.',
};

async function channelBehind(world: World, name: DoorName, key: string): Promise<Channel> {
  const channel = await channelOf(world, key);
  if (webhookDoors[channel.provider] !== name)
    throw new AppError('not-found', `The channel at this address belongs to another provider.`);
  return channel;
}
