import { sameText } from '../http/same-text';
import type { WebhookProof } from '../types';
import type { GupshupConnection } from './line';

/**
 * Whether the address that was called holds this channel's token: Gupshup signs nothing, so the address that it was given
 * is the only proof. Constant time. Source: Gupshup, "Webhooks" (no signature is documented).
 */
export const verifySignature = (
  { webhookToken }: GupshupConnection,
  _rawBody: Uint8Array,
  { query }: Pick<WebhookProof, 'query'>,
): boolean => sameText(query.get('token') ?? '', webhookToken);
