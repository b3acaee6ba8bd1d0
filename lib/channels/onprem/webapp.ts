import { z } from 'zod';
import { type Finding, found } from '../../messaging/finding';
import { failedLook } from '../failed-look';
import { call, type OnPremLine } from './line';
import type { OnPremConnection } from './sessions';

const health = z.looseObject({ gateway_status: z.string() });
const healthSchema = z.looseObject({ health: z.union([health, z.record(z.string(), z.unknown())]) });
const settingsSchema = z.looseObject({
  settings: z.looseObject({
    application: z.looseObject({
      webhooks: z
        .looseObject({ url: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
    }),
  }),
});

/**
 * Looks at a webapp: whether it lets us in, whether its gateway is connected, whether it brings events to us. Throws
 * nothing: what is wrong is in the findings. Source: Meta, On-Premises API, "Health" and "Application settings".
 */
export async function check(line: OnPremLine, connection: OnPremConnection): Promise<Finding[]> {
  try {
    await line.sessions.tokenFor(connection);
  } catch (error) {
    return [failedLook('token', error, 'token-wrong')];
  }
  return [
    found('token', 'token-good'),
    await lookAtNumber(line, connection),
    await lookAtWebhook(line, connection),
  ];
}

async function lookAtNumber(line: OnPremLine, connection: OnPremConnection): Promise<Finding> {
  try {
    const answer = await call(line, connection, { method: 'GET', path: 'health' });
    const states = gatewayStates(healthSchema.safeParse(answer).data?.health);
    const state = [...new Set(states)].join(', ');
    if (state === '') return found('number', 'not-told');
    return states.every((one) => one === 'connected')
      ? found('number', 'number-good')
      : found('number', 'number-offline', { state });
  } catch (error) {
    return failedLook('number', error, 'number-offline');
  }
}

/** One node says it of itself, several each under its name; a database's node has no gateway. */
function gatewayStates(of: unknown): string[] {
  const { data } = health.safeParse(of);
  if (data) return [data.gateway_status];
  return Object.values(of ?? {}).flatMap((node: unknown) => {
    const one = health.safeParse(node).data;
    return one ? [one.gateway_status] : [];
  });
}

async function lookAtWebhook(line: OnPremLine, connection: OnPremConnection): Promise<Finding> {
  try {
    const answer = await call(line, connection, { method: 'GET', path: 'settings/application' });
    const url = settingsSchema.safeParse(answer).data?.settings.application.webhooks?.url ?? '';
    if (url === connection.webhookUrl) return found('webhook', 'webhook-good');
    // The token of whoever it is stands behind the question mark.
    return url === ''
      ? found('webhook', 'webhook-none')
      : found('webhook', 'webhook-elsewhere', { url: url.split('?')[0] ?? '' });
  } catch (error) {
    return failedLook('webhook', error, 'not-told');
  }
}

/**
 * Has the webapp bring events to us, `sent` statuses too, and keep what we did not take. Safe to repeat. Throws
 * ChannelFailure. Source: Meta, On-Premises API, "Application settings".
 */
export async function setWebhook(line: OnPremLine, connection: OnPremConnection): Promise<void> {
  await call(line, connection, {
    method: 'PATCH',
    path: 'settings/application',
    json: {
      webhooks: { url: connection.webhookUrl, max_concurrent_requests: 12 },
      callback_persist: true,
      sent_status: true,
      pass_through: false,
    },
  });
}
