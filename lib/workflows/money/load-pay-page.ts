import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { loadCatalog } from '../../catalog/queries';
import { getCustomer } from '../../customers/queries';
import { readState } from '../../conversation/state';
import { addJob } from '../../db/add-job';
import { upiLink, type UpiRequest } from '../../gateways/upi/link';
import type { TellingGateway } from '../../kernel/gateways';
import type { Language } from '../../kernel/local-text';
import type { PayView } from '../../payments/schema';
import { findAttempt, getAccount, listPayments, type PaymentAttempt } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import { findLatestThread } from '../../threads/queries';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';
import { linkRequest } from './link-request';

type Found = { scope: BusinessScope; attempt: PaymentAttempt; booking: Booking };

/** The payment behind a link made by `payPageUrl`; null for a token that is not ours. */
export async function findPaid(world: World, secret: string, token: string): Promise<Found | null> {
  const [mark, businessId, attemptId] = readLinkToken(secret, token) ?? [];
  if (mark !== 'p' || !businessId || !attemptId) return null;
  const scope = scopeOf(businessId);
  const { prisma } = world.database;
  const attempt = await findAttempt(prisma, scope, attemptId);
  const booking = attempt && (await findBooking(prisma, scope, attempt.bookingId));
  return booking ? { scope, attempt, booking } : null;
}

/** How a payment stands and how it can be made; null for a token that is not ours. `qrOf` draws a text as a QR code. */
export async function loadPayPage(
  world: World,
  of: { secret: string; token: string; qrOf: (text: string) => { size: number; path: string } },
): Promise<PayView | null> {
  const found = await findPaid(world, of.secret, of.token);
  if (!found) return null;
  const { scope, attempt, booking } = found;
  const { prisma } = world.database;
  const catalog = await loadCatalog(prisma, scope);
  const { business } = catalog;
  const resource = catalog.resources.find(({ id }) => id === booking.resourceId);
  const service = catalog.services.find(({ id }) => id === booking.serviceId);
  const state = await stateOf(world, found);
  const ways = state === 'open' ? await waysOf(world, found, of.qrOf) : { url: null, form: null, upi: null };
  return {
    state,
    business: business.name,
    zone: business.zone,
    language: await languageOf(world, found, business.defaultLanguage),
    reference: booking.reference,
    what: (booking.resourceId && resource?.name) || service?.name || business.name,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    amountPaise: attempt.amountPaise,
    payBy: attempt.payBy.toISOString(),
    ...ways,
    chatUrl: await chatUrl(world, scope),
  };
}

/** The language in which the customer and the chat speak. */
async function languageOf(world: World, { scope, booking }: Found, otherwise: Language): Promise<Language> {
  const { prisma } = world.database;
  if (!booking.customerId) return otherwise;
  const { language } = await getCustomer(prisma, scope, booking.customerId);
  const thread = language ? null : await findLatestThread(prisma, scope, booking.customerId);
  return language ?? readState(thread?.state ?? null).language ?? otherwise;
}

async function stateOf(world: World, { scope, attempt, booking }: Found): Promise<PayView['state']> {
  const standing = !['held', 'expired', 'cancelled'].includes(booking.status);
  if (attempt.status === 'paid') {
    if (!standing && booking.refundingPaise > 0) return 'returning';
    if (!standing && booking.keptPaise === 0) return 'returning';
    const payments = await listPayments(world.database.prisma, scope, booking.id);
    const own = payments.filter(({ attemptId }) => attemptId === attempt.id);
    if (standing && own.some(({ disposition }) => disposition === 'applied')) return 'booked';
    return own.some(({ disposition }) => disposition === 'surplus') ? 'returning' : 'received';
  }
  if (attempt.status === 'creating') return 'making';
  return attempt.status === 'open' && attempt.payBy > world.clock.now() ? 'open' : 'ended';
}

/** What a payer's UPI app is asked for. */
export const upiRequest = (
  { address, payee }: { address: string; payee: string },
  { attempt, booking }: Pick<Found, 'attempt' | 'booking'>,
): UpiRequest => ({
  address,
  payeeName: payee,
  amountPaise: attempt.amountPaise,
  reference: booking.reference,
  note: `Booking ${booking.reference}`,
});

type Ways = Pick<PayView, 'url' | 'form' | 'upi'>;

async function waysOf(
  world: World,
  { scope, attempt, booking }: Found,
  qrOf: (text: string) => { size: number; path: string },
): Promise<Ways> {
  const none: Ways = { url: null, form: null, upi: null };
  const account = await getAccount(world.database.prisma, scope, attempt.accountId);
  const upi = world.upiOf(account);
  if (upi) {
    const link = upiLink(upiRequest(upi, { attempt, booking }));
    return link.ok ? { ...none, upi: { ...upi, link: link.value, qr: qrOf(link.value) } } : none;
  }
  const gateway = world.gatewayOf(account);
  if (!gateway) return none;
  const { minimumLinkMs } = gateway;
  const form = gateway.checkoutForm(await linkRequest(world, scope, { attempt, booking, minimumLinkMs }));
  if (form?.ok) return { ...none, form: form.value };
  return { ...none, url: attempt.url };
}

async function chatUrl(world: World, { businessId }: BusinessScope): Promise<string | null> {
  const channel = await world.database.prisma.channel.findFirst({
    where: { businessId, pausedReason: null, archivedAt: null, displayPhone: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { displayPhone: true },
  });
  const digits = channel?.displayPhone?.replaceAll(/\D/g, '');
  return digits ? `https://wa.me/${digits}` : null;
}

/** How the fields begin that a gateway puts onto the address it sends the payer back to. */
const returnFields: Readonly<Record<TellingGateway, string>> = {
  razorpay: 'razorpay_',
  // It posts them to a page of ours that leads on with this.
  payu: 'back',
};

/** Whether a browser comes from a gateway, by the names in the address's query. */
export const cameBack = (names: readonly string[]): boolean =>
  Object.values(returnFields).some((begin) => names.some((name) => name.startsWith(begin)));

/**
 * A payer's browser has come back from the gateway: it is asked at once what has become of the payment. Nothing is believed of
 * what the browser brought along. False for a token that is not ours.
 */
export async function noteReturn(world: World, secret: string, token: string): Promise<boolean> {
  const found = await findPaid(world, secret, token);
  if (!found) return false;
  const { scope, attempt } = found;
  if (attempt.status === 'paid') return true;
  await addJob(
    world.database.prisma,
    'check-payment',
    { businessId: scope.businessId, attemptId: attempt.id },
    { key: `check-payment:${attempt.id}` },
  );
  return true;
}
