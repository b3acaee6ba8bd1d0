import type { HttpClient } from '../http/http-client';
import { type CloudConnection, ChannelFailure } from '../types';
import { askGraph } from './ask-graph';
import { lookAtApp } from './check/look-at-app';
import { lookAtToken } from './check/look-at-token';

/** What is read of a channel's events; an app hears of nothing that it did not ask for. Source: reference §2.7. */
const fields = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'template_category_update',
  'account_update',
  'account_alerts',
  'account_review_update',
  'business_capability_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'user_preferences',
];

/**
 * Subscribes the token's app to the account, with this channel's address for the account's events whatever the app's own
 * is. Meta asks the address at once, with the verify token. Source: Meta, "Override callback URL" (reference §2.3).
 */
export async function setWebhook(http: HttpClient, connection: CloudConnection, now: Date): Promise<void> {
  const { wabaId, webhookUrl, verifyToken } = connection;
  if (wabaId === null || wabaId === '')
    throw new ChannelFailure('rejected', 'The WhatsApp Business Account of this number is not known here');
  await subscribeApp(http, connection, now);
  await askGraph(http, connection, {
    method: 'POST',
    path: `${encodeURIComponent(wabaId)}/subscribed_apps`,
    json: { override_callback_uri: webhookUrl, verify_token: verifyToken },
  });
}

/**
 * An app without any webhook for WhatsApp hears nothing, whatever its account is told: it gets this channel's address. One
 * that has a webhook may serve other numbers, and is left as it is. Unverified against the reference, which knows only the
 * account's side. Source: Meta, Graph API, app subscriptions.
 */
async function subscribeApp(http: HttpClient, connection: CloudConnection, now: Date): Promise<void> {
  const { appId } = await lookAtToken(http, connection, now);
  if (appId === null) return;
  const { subscription } = await lookAtApp(http, connection, appId);
  if (subscription !== 'none') return;
  await askGraph(http, connection, {
    method: 'POST',
    path: `${encodeURIComponent(appId)}/subscriptions`,
    token: `${appId}|${connection.appSecret}`,
    json: {
      object: 'whatsapp_business_account',
      callback_url: connection.webhookUrl,
      verify_token: connection.verifyToken,
      fields: fields.join(','),
    },
  });
}
