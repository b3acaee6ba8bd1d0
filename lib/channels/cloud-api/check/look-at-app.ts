import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import type { HttpClient } from '../../http/http-client';
import { type CloudConnection, ChannelFailure } from '../../types';
import { askGraph } from '../ask-graph';

const maybeText = z.string().optional().catch(undefined);
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
export type AppSubscription = { callbackUrl: string | null; fields: string[] } | 'none' | null;

/**
 * The app's own subscription, asked under `{app id}|{app secret}`. Unverified against the reference, which knows only the
 * account's side: whatever Meta does not answer here counts as not told. Source: Meta, Graph API, app subscriptions.
 */
export async function lookAtApp(
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
