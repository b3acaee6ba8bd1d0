import type { HttpClient } from '../http/http-client';
import { type CloudConnection, ChannelFailure } from '../types';
import { askGraph } from './ask-graph';

/**
 * Subscribes the token's app to the account, with this channel's address for the account's events whatever the app's own
 * is. Meta asks the address at once, with the verify token. Source: Meta, "Override callback URL" (reference §2.3).
 */
export async function setWebhook(http: HttpClient, connection: CloudConnection): Promise<void> {
  const { wabaId, webhookUrl, verifyToken } = connection;
  if (wabaId === null || wabaId === '')
    throw new ChannelFailure('rejected', 'The WhatsApp Business Account of this number is not known here');
  await askGraph(http, connection, {
    method: 'POST',
    path: `${encodeURIComponent(wabaId)}/subscribed_apps`,
    json: { override_callback_uri: webhookUrl, verify_token: verifyToken },
  });
}
