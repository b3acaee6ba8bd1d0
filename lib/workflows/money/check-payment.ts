import { setTimeout as wait } from 'node:timers/promises';
import { findBooking } from '../../booking/queries';
import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import type { GatewayLink, GatewayPayment, LinkPayment, PaymentGateway } from '../../gateways/types';
import { findAttempt, findPaymentAt, getAccount, type PaymentAttempt } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { applyPayment } from './apply-payment';
import { orderPayments } from './native-order';
import { lockChatOf, tellPayment } from './tell-payment';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Who asks whether their money has come hears something within this time, whatever the gateway does. */
const patienceMs = 5_000;
/** Money may be captured this long after it was begun. Source: payments reference 1.6. */
const lateForMs = 3 * 24 * hourMs;

/**
 * Asks the gateway what has become of a payment and takes in what it holds. Where its customer waits for the answer, they get
 * one: the confirmation, or that nothing has arrived yet. Safe to repeat.
 */
export async function checkPayment(world: World, job: Jobs['check-payment']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const attempt = await findAttempt(world.database.prisma, scope, job.attemptId);
  if (!attempt) return;
  const looking = lookAtGateway(world, scope, attempt);
  const first = job.asked
    ? await Promise.race([looking, wait(patienceMs, 'slow' as const, { ref: false })])
    : null;
  if (first === 'slow') await tellNotSeen(world, scope, attempt, false);
  const looked = await looking;
  if (looked.kind !== 'paid') await lookAgainLater(world, scope, attempt, looked);
  if (job.asked && first !== 'slow' && looked.kind !== 'paid')
    await tellNotSeen(world, scope, attempt, looked.kind !== 'unreachable');
}

export type Looked =
  | { kind: 'paid' }
  /** Under way at the payer's bank. */
  | { kind: 'under-way' }
  | { kind: 'unpaid'; link: GatewayLink | null }
  /** The gateway gave no answer. */
  | { kind: 'unreachable'; detail: string };

/** Reads the attempt's link at the gateway and takes in every payment it names. */
export async function lookAtGateway(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
): Promise<Looked> {
  const gateway = world.gatewayOf(await getAccount(world.database.prisma, scope, attempt.accountId));
  if (!gateway) return attempt.status === 'paid' ? { kind: 'paid' } : { kind: 'unpaid', link: null };
  if (await takeInOrder(world, scope, attempt, gateway)) return { kind: 'paid' };
  const found = attempt.linkId ? await gateway.fetchLink(attempt.linkId) : await gateway.findLink(attempt.id);
  if (!found.ok) {
    const gone = found.reason === 'refused' && found.kind === 'not-found';
    return gone ? { kind: 'unpaid', link: null } : { kind: 'unreachable', detail: found.detail };
  }
  if (!found.value) return { kind: 'unpaid', link: null };
  return takeIn(world, scope, attempt, gateway, found.value);
}

/** Takes in what an order message has brought, where the attempt was asked for by one. */
async function takeInOrder(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  gateway: PaymentGateway,
): Promise<boolean> {
  const { accountId } = attempt;
  let paid = false;
  for (const id of await orderPayments(world, scope, attempt)) {
    if (await isTakenIn(world, scope, { accountId, gatewayPaymentId: id })) {
      paid = true;
      continue;
    }
    const payment = await gateway.fetchPayment(id);
    if (!payment.ok || !isMoney(payment.value)) continue;
    paid = true;
    await applyPayment(world, scope, { accountId, attempt, payment: payment.value });
  }
  return paid;
}

/** Takes in what a link has brought. */
export async function takeIn(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  gateway: PaymentGateway,
  link: GatewayLink,
): Promise<Looked> {
  const { accountId } = attempt;
  const arrived = link.payments.filter(isMoney);
  for (const payment of arrived) {
    if (await isTakenIn(world, scope, { accountId, gatewayPaymentId: payment.id })) continue;
    await applyPayment(world, scope, { accountId, attempt, payment: await inFull(gateway, payment) });
  }
  if (arrived.length > 0) return { kind: 'paid' };
  return link.payments.some(({ status }) => status === 'authorised')
    ? { kind: 'under-way' }
    : { kind: 'unpaid', link };
}

export const isMoney = ({ status }: LinkPayment): boolean => status === 'captured' || status === 'refunded';

/**
 * Whether a payment is in the books in full and decided on: asking the gateway for it again would tell nothing new. One that
 * was written down without its fee and bank reference, since the gateway did not answer then, is asked for once more.
 */
export async function isTakenIn(
  world: World,
  scope: BusinessScope,
  of: { accountId: string; gatewayPaymentId: string },
): Promise<boolean> {
  const known = await findPaymentAt(world.database.prisma, scope, of);
  if (!known?.attemptId || known.disposition === 'recorded') return false;
  return known.feePaise !== null || known.bankReference !== null;
}

/** With fee and bank reference where the gateway tells them; the amount is what the link says. */
async function inFull(gateway: PaymentGateway, payment: LinkPayment): Promise<LinkPayment | GatewayPayment> {
  const full = await gateway.fetchPayment(payment.id);
  return full.ok && isMoney(full.value) ? full.value : payment;
}

/**
 * When to look again: often while its customer may be paying, then hourly as long as money may still come, then no more.
 */
export function nextLook(attempt: PaymentAttempt, now: Date): Date | null {
  const age = now.getTime() - attempt.createdAt.getTime();
  const waiting = attempt.status === 'creating' || attempt.status === 'open';
  if (attempt.status === 'paid') return null;
  if (waiting && now < attempt.payBy)
    return new Date(now.getTime() + (age < hourMs ? minuteMs : 10 * minuteMs));
  const since = (attempt.closedAt ?? attempt.payBy).getTime();
  return now.getTime() - since > lateForMs ? null : new Date(now.getTime() + hourMs);
}

async function lookAgainLater(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  looked: Looked,
): Promise<void> {
  await world.database.prisma.paymentAttempt.updateMany({
    where: { businessId: scope.businessId, id: attempt.id, status: { not: 'paid' } },
    data: {
      nextCheckAt: nextLook(attempt, world.clock.now()),
      checks: { increment: 1 },
      ...(looked.kind === 'unreachable' && { failure: looked.detail }),
    },
  });
}

function tellNotSeen(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  reachable: boolean,
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const seen = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
    const booking = await findBooking(tx, scope, attempt.bookingId);
    // It may have been confirmed by a webhook while we asked.
    if (!booking || booking.asking?.state === 'paid') return;
    const effectId = `payment:${attempt.id}:not-seen:${String(world.clock.now().getTime())}`;
    await tellPayment(tx, world, scope, {
      thread,
      booking,
      news: { kind: 'payment-not-seen', reachable },
      effectId,
    });
  });
}
