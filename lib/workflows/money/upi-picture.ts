import type { Db } from '../../db/client';
import { upiLink, upiQr } from '../../gateways/upi/link';
import { checkMessage } from '../../messaging/check-message';
import type { OutboundMessage } from '../../messaging/types';
import { getAccount, type PaymentAttempt } from '../../payments/queries';
import { getChannel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { findPaid, upiRequest } from './load-pay-page';
import { payPageUrl } from './pay-page-url';

type Link = Extract<OutboundMessage, { kind: 'link' }>;

/**
 * The message that asks for an attempt's money by a QR code in the chat, with the words and the address of `link` below it;
 * null where a gateway takes the payment, where WhatsApp could not fetch the picture, or the words are too many for one. The
 * simulator fetches nothing of its own accord.
 * Source: Meta, media by link: public, HTTPS.
 */
export async function upiPicture(
  world: World,
  db: Db,
  scope: BusinessScope,
  of: { channelId: string; attempt: PaymentAttempt; link: Link },
): Promise<OutboundMessage | null> {
  const { attempt, link } = of;
  if (!world.upiOf(await getAccount(db, scope, attempt.accountId))) return null;
  const url = `${payPageUrl(world, scope, attempt.id)}/qr.png`;
  const { provider } = await getChannel(db, scope, of.channelId);
  if (provider !== 'simulator' && !url.startsWith('https:')) return null;
  const caption = [link.body, `${link.label}: ${link.url}`].join('\n\n');
  const message: OutboundMessage = { kind: 'image', url, caption };
  return checkMessage(message).length === 0 ? message : null;
}

/** The picture behind such a message, a PNG; null for a token that is not ours, and once there is nothing to pay any more. */
export async function loadUpiPicture(world: World, secret: string, token: string): Promise<Buffer | null> {
  const found = await findPaid(world, secret, token);
  if (!found) return null;
  const { scope, attempt, booking } = found;
  if (attempt.status !== 'open' || attempt.payBy <= world.clock.now()) return null;
  const upi = world.upiOf(await getAccount(world.database.prisma, scope, attempt.accountId));
  const link = upi && upiLink(upiRequest(upi, { attempt, booking }));
  return link?.ok ? upiQr(link.value) : null;
}
