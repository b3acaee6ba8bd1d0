import { z } from 'zod';
import { type Finding, found } from '../../messaging/finding';
import { failedLook } from '../failed-look';
import type { HttpClient } from '../http/http-client';
import { ChannelFailure } from '../types';
import { call, type GupshupConnection } from './line';

/** What we have to hear of. Without MESSAGE nothing arrives that customers write. Source: reference §10.5. */
const modes = ['MESSAGE', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'ENQUEUED', 'TEMPLATE'];

const subscriptionsSchema = z.looseObject({
  subscriptions: z.array(
    z.looseObject({
      url: z.string(),
      modes: z.union([z.string().transform((list) => list.split(',')), z.array(z.string())]).catch([]),
      active: z.boolean().optional().catch(undefined),
    }),
  ),
});

const subscription = ({ appId }: GupshupConnection): string =>
  `/wa/app/${encodeURIComponent(appId)}/subscription`;

/**
 * Whether Gupshup takes the key, knows the app by id and by name, and brings events to us. The number's quality and limits
 * are shown in its console only. Source: Gupshup, "Get templates", "Get user list", "Subscriptions" (reference §10.5).
 */
export async function check(http: HttpClient, connection: GupshupConnection): Promise<Finding[]> {
  const { appId, appName } = connection;
  try {
    await call(http, connection, { method: 'GET', path: `/wa/app/${encodeURIComponent(appId)}/template` });
  } catch (error) {
    return [keyFinding(error, { id: appId })];
  }
  const [app, webhook] = await Promise.all([
    lookAtName(http, connection, appName),
    lookAtWebhook(http, connection),
  ]);
  return [found('token', 'token-good'), app, found('number', 'not-told'), webhook];
}

/** A key that is not taken is told from an app that is not the key's by the status. */
function keyFinding(error: unknown, params: Record<string, string>): Finding {
  if (error instanceof ChannelFailure && error.providerCode === 1003)
    return found('account', 'wallet-empty', {}, error.detail);
  if (error instanceof ChannelFailure && /^HTTP 40[04]\b/.test(error.detail))
    return found('account', 'app-wrong', params, error.detail);
  return failedLook('token', error, 'token-wrong');
}

async function lookAtName(http: HttpClient, connection: GupshupConnection, name: string): Promise<Finding> {
  try {
    await call(http, connection, { method: 'GET', path: `/sm/api/v1/users/${encodeURIComponent(name)}` });
    return found('account', 'account-good', { name });
  } catch (error) {
    return { ...failedLook('account', error, 'app-wrong'), params: { id: name } };
  }
}

/** The list of subscriptions is not in the reference, only their making: what is not answered counts as not told. */
async function lookAtWebhook(http: HttpClient, connection: GupshupConnection): Promise<Finding> {
  try {
    const answer = await call(http, connection, { method: 'GET', path: subscription(connection) });
    const { data } = subscriptionsSchema.safeParse(answer);
    if (!data) return found('webhook', 'not-told');
    const live = data.subscriptions.filter(({ active }) => active !== false);
    const ours = live.find(({ url }) => url === connection.webhookUrl);
    if (!ours)
      return live[0]
        ? found('webhook', 'webhook-elsewhere', { url: withoutQuery(live[0].url) })
        : found('webhook', 'webhook-none');
    const heard = ours.modes.map((mode) => mode.trim().toUpperCase());
    const missing = modes.filter((mode) => !heard.includes(mode) && !heard.includes('ALL'));
    if (missing.length === 0) return found('webhook', 'webhook-good');
    return found('webhook', 'webhook-fields', { fields: missing.join(', ') });
  } catch (error) {
    return failedLook('webhook', error, 'not-told');
  }
}

/** The token is in the query. */
const withoutQuery = (url: string): string => url.split('?')[0] ?? '';

/** Adds our address to the app's. Source: Gupshup, "Subscriptions" (reference §10.5). */
export async function setWebhook(http: HttpClient, connection: GupshupConnection): Promise<void> {
  const before = await lookAtWebhook(http, connection);
  if (before.code === 'webhook-good') return;
  await call(http, connection, {
    method: 'POST',
    path: subscription(connection),
    form: {
      url: connection.webhookUrl,
      tag: 'Neram',
      version: '3',
      modes: modes.join(','),
      doCheck: 'false',
      showOnUI: 'true',
    },
  });
}
