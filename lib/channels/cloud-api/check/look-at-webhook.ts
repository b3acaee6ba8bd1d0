import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import { failedLook } from '../../failed-look';
import type { HttpClient } from '../../http/http-client';
import { type CloudConnection, ChannelFailure } from '../../types';
import { askGraph } from '../ask-graph';

const maybeText = z.string().optional().catch(undefined);
const appsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      whatsapp_business_api_data: z
        .looseObject({ id: maybeText, name: maybeText })
        .optional()
        .catch(undefined),
      override_callback_uri: maybeText,
    }),
  ),
});
const subscriptionsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      object: maybeText,
      callback_url: maybeText,
      active: z.boolean().optional().catch(undefined),
      fields: z
        .array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]))
        .optional()
        .catch(undefined),
    }),
  ),
});

/** "Invalid OAuth access token signature" and "Error validating application": the app has another secret. */
const wrongSecret = new Set([101, 190]);

/** `none`: the app has no webhook for WhatsApp; null: not told. */
type AppSubscription = { callbackUrl: string | null; fields: string[] } | 'none' | null;

/**
 * Whether an app brings this account's events, which, and where to; and, since asking that takes the app's own token,
 * whether the app secret is the app's. Source: Meta, "Webhooks" and "Override" (reference §2.3), trap 27 and 28 (§12).
 */
export async function lookAtWebhook(
  http: HttpClient,
  connection: CloudConnection,
  appId: string | null,
): Promise<Finding[]> {
  const app = appId === null ? null : await lookAtApp(http, connection, appId);
  const secret = app === null || app.secret === null ? [] : [app.secret];
  return [...secret, await lookAtSubscription(http, connection, appId, app?.subscription ?? null)];
}

async function lookAtSubscription(
  http: HttpClient,
  connection: CloudConnection,
  appId: string | null,
  own: AppSubscription,
): Promise<Finding> {
  const { wabaId, webhookUrl } = connection;
  if (wabaId === null || wabaId === '') return found('webhook', 'not-told');
  let apps: z.infer<typeof appsSchema>['data'];
  try {
    const path = `${encodeURIComponent(wabaId)}/subscribed_apps`;
    apps = appsSchema.safeParse(await askGraph(http, connection, { path })).data?.data ?? [];
  } catch (error) {
    return failedLook('webhook', error, 'not-told');
  }
  const ours = appId === null ? apps[0] : apps.find((app) => app.whatsapp_business_api_data?.id === appId);
  if (!ours) return found('webhook', 'webhook-unsubscribed');
  if (own === 'none') return found('webhook', 'webhook-none');
  const url = ours.override_callback_uri ?? own?.callbackUrl ?? null;
  if (own && !own.fields.includes('messages'))
    return found('webhook', 'webhook-fields', { fields: 'messages' });
  if (url !== null && url !== webhookUrl) return found('webhook', 'webhook-elsewhere', { url });
  const others = apps.filter((app) => app !== ours);
  if (others.length > 0)
    return found('webhook', 'webhook-shared', {
      apps: others.map(({ whatsapp_business_api_data: app }) => app?.name ?? app?.id ?? '?').join(', '),
    });
  return found('webhook', url === null ? 'webhook-subscribed' : 'webhook-good');
}

/**
 * The app's own subscription, asked under `{app id}|{app secret}`. Unverified against the reference, which knows only the
 * account's side: whatever Meta does not answer here counts as not told. Source: Meta, Graph API, app subscriptions.
 */
async function lookAtApp(
  http: HttpClient,
  connection: CloudConnection,
  appId: string,
): Promise<{ secret: Finding | null; subscription: AppSubscription }> {
  if (connection.appSecret === '') return { secret: found('secret', 'secret-wrong'), subscription: null };
  try {
    const answer = await askGraph(http, connection, {
      path: `${encodeURIComponent(appId)}/subscriptions`,
      token: `${appId}|${connection.appSecret}`,
    });
    const { data } = subscriptionsSchema.safeParse(answer);
    return { secret: found('secret', 'secret-good'), subscription: data ? subscriptionOf(data) : null };
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    const wrong = error.providerCode !== undefined && wrongSecret.has(error.providerCode);
    return { secret: wrong ? found('secret', 'secret-wrong', {}, error.detail) : null, subscription: null };
  }
}

function subscriptionOf({ data }: z.infer<typeof subscriptionsSchema>): AppSubscription {
  const one = data.find(({ object, active }) => object === 'whatsapp_business_account' && active !== false);
  return one ? { callbackUrl: one.callback_url ?? null, fields: one.fields ?? [] } : 'none';
}
