import { AppError } from '../../kernel/app-error';
import { receiveWebhook } from '../../workflows/receive-webhook';
import { channelOf } from '../channel-lookup';
import { counters } from '../metrics';
import type { Door } from './types';

/** Meta's own maximum for one webhook body. Source: Cloud API webhooks, delivery semantics. */
const maxBytes = 3 * 1024 * 1024;

export const whatsapp: Door = {
  /** Meta's check of the address: the challenge goes back as plain text. */
  async GET(world, call, key) {
    const channel = await channelOf(world, key);
    const query = new URLSearchParams(call.query);
    const challenge = world.adapterOf(channel.provider).verifyAddress(world.connectionOf(channel), query);
    if (challenge === null)
      throw new AppError('forbidden', 'hub.mode or hub.verify_token is not what this channel expects.');
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: challenge };
  },

  /** Events. 200 only once every one of them is stored. */
  async POST(world, call, key) {
    const channel = await channelOf(world, key);
    const body = await call.readBody(maxBytes);
    const outcome = await receiveWebhook(world, channel, body, call.headers);
    counters.webhooks.inc({ provider: channel.provider, outcome: outcome.kind });
    switch (outcome.kind) {
      case 'stored':
        return { status: 200, headers: {}, body: '' };
      case 'bad-signature':
        throw new AppError('unauthenticated', 'X-Hub-Signature-256 is missing or does not match the body.');
      case 'unreadable':
        throw new AppError('invalid', outcome.why);
    }
  },
};
