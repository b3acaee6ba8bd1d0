import type { GatewayEvent, HeaderReader } from '../../gateways/types';
import type { TellingGateway } from '../../kernel/gateways';
import { noteBadSignature } from '../../payments/commands/bad-signatures';
import { storeGatewayEvent } from '../../payments/commands/store-gateway-event';
import { listAccounts } from '../../payments/queries';
import { findBusinessBySlug } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { World } from '../types';

export type GatewayWebhookOutcome =
  | { kind: 'stored' }
  | { kind: 'ignored' }
  | { kind: 'unknown-address' }
  | { kind: 'bad-signature' }
  | { kind: 'unreadable'; why: string };

/**
 * Takes one webhook of a gateway: checks its signature over the raw bytes, by the current account and those before it, and
 * stores it whole. When it returns `stored`, nothing of it can be lost, and a repeat changes nothing. Throws only when the
 * database could not take it: the gateway then tries again.
 */
export async function receiveGatewayWebhook(
  world: World,
  of: { gateway: TellingGateway; slug: string },
  body: Uint8Array,
  headers: HeaderReader,
): Promise<GatewayWebhookOutcome> {
  const { prisma, direct } = world.database;
  const businessId = await findBusinessBySlug(prisma, of.slug);
  if (!businessId) return { kind: 'unknown-address' };
  const scope = scopeOf(businessId);
  const accounts = (await listAccounts(prisma, scope)).filter(({ gateway }) => gateway === of.gateway);
  const [current] = accounts;
  if (!current) return { kind: 'unknown-address' };
  const gateway = world.gatewayOf(current);
  const told = gateway?.parseWebhook(body, headers) ?? null;
  const signer = accounts.find((account) => world.gatewayOf(account)?.verifyWebhook(body, headers));
  const now = world.clock.now();
  if (!signer && told && gateway?.unsignedTopics?.includes(told.topic)) return { kind: 'ignored' };
  if (!signer) {
    await noteBadSignature(prisma, scope, { id: current.id, at: now });
    return { kind: 'bad-signature' };
  }
  const text = textOf(body);
  if (text === null || told === null || !isText(told))
    return { kind: 'unreadable', why: 'The body is no event of this gateway.' };
  const contentType = headers.get('content-type') ?? '';
  await storeGatewayEvent(direct, scope, { accountId: signer.id, event: told, body: text, contentType, now });
  return { kind: 'stored' };
}

/** Whether PostgreSQL can keep every word of it: JSON and forms can write a NUL that is not in the bytes as such. */
const isText = (told: GatewayEvent): boolean => !JSON.stringify(told).includes('\\u0000');

/** Null for bytes that are no text PostgreSQL can keep. */
function textOf(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
