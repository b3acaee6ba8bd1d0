import { z } from 'zod';
import type { CheckLine } from '../types';
import { ChannelFailure } from '../types';
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
 * nothing: what is wrong is in the lines. Source: Meta, On-Premises API, "Health" and "Application settings".
 */
export async function check(line: OnPremLine, connection: OnPremConnection): Promise<CheckLine[]> {
  try {
    await line.sessions.tokenFor(connection);
  } catch (error) {
    return [{ what: 'token', ok: false, detail: detailOf(error) }];
  }
  return [
    { what: 'token', ok: true },
    await lookAtNumber(line, connection),
    await lookAtWebhook(line, connection),
  ];
}

async function lookAtNumber(line: OnPremLine, connection: OnPremConnection): Promise<CheckLine> {
  try {
    const answer = await call(line, connection, { method: 'GET', path: 'health' });
    const states = gatewayStates(healthSchema.safeParse(answer).data?.health);
    const value = [...new Set(states)].join(', ');
    if (value === '') return { what: 'number', ok: null };
    return { what: 'number', ok: states.every((state) => state === 'connected'), value };
  } catch (error) {
    return { what: 'number', ok: false, detail: detailOf(error) };
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

async function lookAtWebhook(line: OnPremLine, connection: OnPremConnection): Promise<CheckLine> {
  try {
    const answer = await call(line, connection, { method: 'GET', path: 'settings/application' });
    const url = settingsSchema.safeParse(answer).data?.settings.application.webhooks?.url;
    if (url === connection.webhookUrl) return { what: 'webhook', ok: true };
    return { what: 'webhook', ok: false, detail: 'Events are brought to another address, or to none.' };
  } catch (error) {
    return { what: 'webhook', ok: false, detail: detailOf(error) };
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

const detailOf = (error: unknown): string => {
  if (error instanceof ChannelFailure) return error.detail;
  throw error;
};
