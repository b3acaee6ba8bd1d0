import { z } from 'zod';
import { type Finding, found } from '../../messaging/finding';
import { failedLook } from '../failed-look';
import type { HttpClient } from '../http/http-client';
import { request } from '../meta/line';
import { lineOf, type D360Connection } from './line';

const webhookSchema = z.looseObject({
  url: z.string().nullish().catch(undefined),
  headers: z.record(z.string(), z.string()).nullish().catch(undefined),
});

const address = ({ apiUrl }: D360Connection): string => `${apiUrl}/v1/configs/webhook`;
const authorizationOf = ({ webhookSecret }: D360Connection): string => `Bearer ${webhookSecret}`;

/**
 * Whether 360dialog takes the key and brings events to us with our secret. Name, quality and limits of the number are shown
 * in its Hub only. Source: 360dialog, "Webhooks" (reference §8).
 */
export async function check(http: HttpClient, connection: D360Connection): Promise<Finding[]> {
  let answer: unknown;
  try {
    answer = await request(lineOf(http, connection), { method: 'GET', url: address(connection) });
  } catch (error) {
    return [failedLook('token', error, 'token-wrong')];
  }
  return [
    found('token', 'token-good'),
    found('number', 'not-told'),
    webhookFinding(connection, webhookSchema.safeParse(answer).data),
  ];
}

function webhookFinding(
  connection: D360Connection,
  told: z.infer<typeof webhookSchema> | undefined,
): Finding {
  const url = told?.url ?? '';
  if (url === '') return found('webhook', 'webhook-none');
  if (url !== connection.webhookUrl) return found('webhook', 'webhook-elsewhere', { url });
  const given = Object.entries(told?.headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  // What it does not show may be there all the same.
  if (!told?.headers) return found('webhook', 'webhook-good');
  return found('webhook', given?.[1] === authorizationOf(connection) ? 'webhook-good' : 'webhook-header');
}

/** The number's own address, which wins over the account's, with our secret in a header. Source: as for `check`. */
export async function setWebhook(http: HttpClient, connection: D360Connection): Promise<void> {
  await request(lineOf(http, connection), {
    method: 'POST',
    url: address(connection),
    json: { url: connection.webhookUrl, headers: { Authorization: authorizationOf(connection) } },
  });
}
