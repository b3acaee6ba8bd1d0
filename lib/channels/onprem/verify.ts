import { sameText } from '../http/same-text';
import type { ConnectionTo, WebhookProof } from '../types';

/**
 * Whether the address that was called holds this channel's token: the webapp signs nothing, so the address that it was given
 * is the only proof. Constant time. Source: Meta, On-Premises API, "Webhooks".
 */
export const verifySignature = (
  { webhookToken }: Pick<ConnectionTo<'onprem'>, 'webhookToken'>,
  _rawBody: Uint8Array,
  { query }: Pick<WebhookProof, 'query'>,
): boolean => sameText(query.get('token') ?? '', webhookToken);
