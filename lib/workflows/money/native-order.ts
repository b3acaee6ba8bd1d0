import { findBooking } from '../../booking/queries';
import type { Db } from '../../db/client';
import { formatMoney } from '../../i18n/format-money';
import { takesOrderMessages } from '../../kernel/gateways';
import { inLanguage, type LocalText } from '../../kernel/local-text';
import { takesOrders } from '../../messaging/providers';
import type { OrderMessage, OutboundMessage } from '../../messaging/types';
import { getAccount, type PaymentAttempt } from '../../payments/queries';
import { getBusiness, getChannel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import { findLatestThread } from '../../threads/queries';
import type { World } from '../types';

/** Meta wants an order to live this long. Source: Payments API India, order details. */
const leastMs = 300_000;

/** An attempt's reference on an order message: no more than 35 characters are allowed, and a UUID has 36. */
export const orderReference = (attemptId: string): string => attemptId.replaceAll('-', '');

const compactUuid = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The attempt that an order's reference names; null for one that is not ours. */
export const attemptIdOf = (reference: string): string | null =>
  compactUuid.test(reference) ? reference.replace(compactUuid, '$1-$2-$3-$4-$5') : null;

/**
 * The message that asks for an attempt's money inside WhatsApp, instead of by `link`; null where the channel has no payment
 * configuration, its provider no such messages, the gateway or the business's address do not allow it, or too little time
 * is left. The link stays open beside it: it is what is given when the customer asks for one, and when WhatsApp does not
 * deliver the order.
 */
export async function nativeOrder(
  db: Db,
  scope: BusinessScope,
  of: {
    channelId: string;
    attempt: PaymentAttempt;
    link: Extract<OutboundMessage, { kind: 'link' }>;
    now: Date;
  },
): Promise<OrderMessage | null> {
  const { attempt, link } = of;
  const { paymentConfiguration: configuration, provider } = await getChannel(db, scope, of.channelId);
  if (!configuration || !takesOrders(provider) || attempt.payBy.getTime() - of.now.getTime() < leastMs)
    return null;
  const { gateway } = await getAccount(db, scope, attempt.accountId);
  const { name, address } = await getBusiness(db, scope);
  const importer = importerOf(name, address);
  const booking = await findBooking(db, scope, attempt.bookingId);
  if (!takesOrderMessages(gateway) || !importer || !booking) return null;
  return {
    kind: 'order',
    body: link.body,
    ...(link.footer !== undefined && { footer: link.footer }),
    reference: orderReference(attempt.id),
    configuration,
    gateway,
    amountPaise: attempt.amountPaise,
    item: `Booking ${booking.reference}`,
    expiresAt: attempt.payBy.toISOString(),
    // By these the gateway's own events name the attempt, as those of a link do.
    notes: { booking: booking.reference, reference: attempt.id, amount: formatMoney(attempt.amountPaise) },
    importer,
  };
}

/** States by the first two digits of their PIN codes. Source: India Post. */
const states: readonly (readonly [from: number, to: number, code: string])[] = [
  [11, 11, 'DL'],
  [12, 13, 'HR'],
  [14, 16, 'PB'],
  [17, 17, 'HP'],
  [18, 19, 'JK'],
  [20, 28, 'UP'],
  [30, 34, 'RJ'],
  [36, 39, 'GJ'],
  [40, 44, 'MH'],
  [45, 48, 'MP'],
  [49, 49, 'CT'],
  [50, 50, 'TG'],
  [51, 53, 'AP'],
  [56, 59, 'KA'],
  [60, 64, 'TN'],
  [67, 69, 'KL'],
  [70, 74, 'WB'],
  [75, 77, 'OR'],
  [78, 78, 'AS'],
  [80, 85, 'BR'],
];

/**
 * The importer that Meta asks for with an item of no catalogue, out of the address as its owner wrote it: it must end with
 * city and PIN code ("…, Chennai 600017"). What Meta does with it is not documented (unverified). Null where it does not.
 */
export function importerOf(name: LocalText, address: LocalText): OrderMessage['importer'] | null {
  const line = inLanguage(address, 'en').replaceAll(/\s+/g, ' ').trim();
  const [, before = '', pin = ''] = /^(.*?)[\s,-]*(\d{3}\s?\d{3})\W*$/.exec(line) ?? [];
  const city = before.split(',').pop()?.trim() ?? '';
  const digits = Number(pin.slice(0, 2));
  const state = states.find(([from, to]) => digits >= from && digits <= to);
  if (city === '' || !state) return null;
  return {
    name: inLanguage(name, 'en').slice(0, 60),
    address: before.slice(0, 100),
    city: city.slice(0, 60),
    zoneCode: state[2],
    postalCode: pin.replace(' ', ''),
  };
}

/**
 * The gateway's ids of what was tried on an attempt's order message; none where its customer's chat has no payment
 * configuration, or the provider cannot be asked: then the gateway's own list finds it at night.
 */
export async function orderPayments(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
): Promise<string[]> {
  const { prisma } = world.database;
  const booking = await findBooking(prisma, scope, attempt.bookingId);
  const thread = booking?.customerId ? await findLatestThread(prisma, scope, booking.customerId) : null;
  if (!thread) return [];
  const channel = await getChannel(prisma, scope, thread.channelId);
  const { paymentConfiguration: configuration } = channel;
  if (!configuration) return [];
  const order = { configuration, reference: orderReference(attempt.id) };
  try {
    const adapter = world.adapterOf(channel.provider);
    return (await adapter.findOrderPayments(world.connectionOf(channel), order)) ?? [];
  } catch (error) {
    world.log.warn({ err: error, attemptId: attempt.id }, 'an order could not be looked up');
    return [];
  }
}
