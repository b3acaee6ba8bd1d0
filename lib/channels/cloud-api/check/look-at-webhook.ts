import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import { failedLook } from '../../failed-look';
import type { HttpClient } from '../../http/http-client';
import type { CloudConnection } from '../../types';
import { askGraph } from '../ask-graph';
import { type AppSubscription, lookAtApp } from './look-at-app';

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
  const { wabaId } = connection;
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
  if (url !== null && !leadsHere(connection, url)) return found('webhook', 'webhook-elsewhere', { url });
  const others = apps.filter((app) => app !== ours);
  if (others.length > 0)
    return found('webhook', 'webhook-shared', {
      apps: others.map(({ whatsapp_business_api_data: app }) => app?.name ?? app?.id ?? '?').join(', '),
    });
  return found('webhook', url === null ? 'webhook-subscribed' : 'webhook-good');
}

/** The simulator stands beside Neram and calls it by no public name, only at the same path. */
const leadsHere = ({ provider, webhookUrl }: CloudConnection, url: string): boolean =>
  url === webhookUrl ||
  (provider === 'simulator' && URL.canParse(url) && new URL(url).pathname === new URL(webhookUrl).pathname);
