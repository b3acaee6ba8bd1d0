import { lockBooking } from '../../booking/commands/lock-booking';
import { findBooking } from '../../booking/queries';
import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import type { GatewayRefund, Outcome } from '../../gateways/types';
import { isUuid } from '../../kernel/uuid';
import { publish } from '../../live/publish';
import { adoptRefund } from '../../payments/commands/adopt-refund';
import { moveRefund } from '../../payments/commands/move-refund';
import {
  findPayment,
  findPaymentAt,
  findRefund,
  getAccount,
  listRefundsOf,
  type Refund,
} from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import { flagThreadOnce } from '../../threads/commands/hand-over';
import type { World } from '../types';
import { lockChatOf, tellPayment } from './tell-payment';

const actor = { kind: 'system' } as const;
const minuteMs = 60_000;

/**
 * Sends a requested refund, or asks what became of one that was sent, and writes down how far it is. The refund's id is the
 * gateway's key, so that no repeat pays twice. What the gateway cannot do now is tried again, and staff see it.
 */
export async function sendRefund(world: World, job: Jobs['send-refund']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const refund = await findRefund(prisma, scope, job.refundId);
  if (!refund || refund.method !== 'gateway') return;
  if (refund.status !== 'requested' && refund.status !== 'submitted') return;
  const payment = await findPayment(prisma, scope, refund.paymentId);
  if (!payment?.accountId || !payment.gatewayPaymentId) return;
  const gateway = world.gatewayOf(await getAccount(prisma, scope, payment.accountId));
  if (!gateway) return;
  const paymentId = payment.gatewayPaymentId;
  const ask = { paymentId, key: refund.id, refundId: refund.gatewayRefundId };
  const outcome =
    refund.status === 'requested'
      ? await gateway.refund({ paymentId, amountPaise: refund.amountPaise, key: refund.id })
      : await gateway.fetchRefund(ask);
  await write(world, scope, refund, stepOf(outcome, refund, world.clock.now()));
}

type Step =
  | { to: 'submitted'; nextTryAt: Date; found?: GatewayRefund; failure?: string }
  | { to: 'processed' | 'failed'; found?: GatewayRefund; failure?: string }
  /** As far as it was; to be tried again. */
  | { to: 'again'; nextTryAt: Date; failure: string };

function stepOf(outcome: Outcome<GatewayRefund>, refund: Refund, now: Date): Step {
  const later = (ms: number) => new Date(now.getTime() + ms);
  // Ten minutes, then longer: banks take days.
  const pause = Math.min(6 * 60, 10 * 2 ** Math.min(refund.tries, 6)) * minuteMs;
  if (outcome.ok) {
    const { status } = outcome.value;
    if (status === 'processed') return { to: 'processed', found: outcome.value };
    if (status === 'failed')
      return { to: 'failed', found: outcome.value, failure: 'The gateway says that it failed.' };
    return { to: 'submitted', found: outcome.value, nextTryAt: later(pause) };
  }
  const { detail } = outcome;
  if (outcome.reason === 'outcome-unknown')
    return { to: 'submitted', nextTryAt: later(minuteMs), failure: detail };
  switch (outcome.kind) {
    case 'in-progress':
      return { to: 'submitted', nextTryAt: later(5 * minuteMs), failure: detail };
    case 'not-found':
      // Asked what became of a call without an answer: it never arrived, so it is sent (again).
      return refund.status === 'submitted' && !refund.gatewayRefundId
        ? { to: 'again', nextTryAt: later(minuteMs), failure: detail }
        : { to: 'failed', failure: detail };
    case 'low-balance':
      return { to: 'again', nextTryAt: later(60 * minuteMs), failure: detail };
    case 'unavailable':
    case 'rate-limited':
    case 'unauthorised':
      return {
        to: 'again',
        nextTryAt: later(outcome.retryAfterMs ?? Math.min(60, 2 ** refund.tries) * minuteMs),
        failure: detail,
      };
    default:
      return { to: 'failed', failure: detail };
  }
}

function write(world: World, scope: BusinessScope, refund: Refund, step: Step): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const seen = refund.bookingId ? await findBooking(tx, scope, refund.bookingId) : null;
    const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
    if (refund.bookingId) await lockBooking(tx, scope, refund.bookingId);
    const { failure = null } = step;
    if (step.to === 'again') {
      // What is sent again is not sent by anybody now: `requested`, with what went wrong for staff to see.
      await tx.refund.updateMany({
        where: { businessId: scope.businessId, id: refund.id, status: { in: ['requested', 'submitted'] } },
        data: { status: 'requested', failure, nextTryAt: step.nextTryAt, tries: { increment: 1 } },
      });
      await publish(tx, scope, { kind: 'money', id: refund.paymentId });
      return;
    }
    const moved = await moveRefund(tx, scope, {
      refundId: refund.id,
      to: step.to,
      gatewayRefundId: step.found?.id ?? null,
      bankReference: step.found?.bankReference ?? null,
      failure,
      nextTryAt: step.to === 'submitted' ? step.nextTryAt : null,
      actor,
      now,
    });
    if (!moved) return;
    await publish(tx, scope, { kind: 'money', id: refund.paymentId });
    if (step.to === 'failed' && thread)
      await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
    const booking = refund.bookingId ? await findBooking(tx, scope, refund.bookingId) : null;
    if (step.to === 'submitted' || !booking) return;
    await publish(tx, scope, { kind: 'bookings', id: booking.id });
    const state = step.to === 'processed' ? 'done' : 'failed';
    await tellPayment(tx, world, scope, {
      thread,
      booking,
      news: { kind: 'refund-told', amountPaise: refund.amountPaise, state },
      effectId: `refund:${refund.id}:${state}`,
    });
  });
}

/**
 * Takes in what a gateway tells of a refund: of ours by its key or id, and of one made on the gateway's own pages, which is
 * added to the books (its customer is told by whoever made it). Null where its payment is none of ours.
 */
export async function followRefundOf(
  world: World,
  scope: BusinessScope,
  { accountId, told }: { accountId: string; told: GatewayRefund },
): Promise<Refund | null> {
  const { prisma } = world.database;
  const ours = await findOurs(world, scope, { accountId, told });
  if (ours) return askAfter(world, scope, ours);
  const { paymentId: gatewayPaymentId, amountPaise } = told;
  const payment = gatewayPaymentId
    ? await findPaymentAt(prisma, scope, { accountId, gatewayPaymentId })
    : null;
  if (!payment || !amountPaise) return null;
  const { refund, fresh } = await transaction(world.database, async (tx) => {
    if (payment.bookingId) await lockBooking(tx, scope, payment.bookingId);
    const adopted = await adoptRefund(tx, scope, {
      payment,
      told: { ...told, amountPaise },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'money', id: payment.id });
    return adopted;
  });
  // Two events of one refund came side by side and the other was faster: what this one tells may be the newer.
  return fresh ? refund : askAfter(world, scope, refund);
}

async function askAfter(world: World, scope: BusinessScope, { id }: Refund): Promise<Refund | null> {
  await sendRefund(world, { businessId: scope.businessId, refundId: id });
  return findRefund(world.database.prisma, scope, id);
}

async function findOurs(
  world: World,
  scope: BusinessScope,
  { accountId, told }: { accountId: string; told: GatewayRefund },
): Promise<Refund | null> {
  const { prisma } = world.database;
  if (told.key && isUuid(told.key)) {
    const named = await findRefund(prisma, scope, told.key);
    if (named) return named;
  }
  const payment =
    told.paymentId && (await findPaymentAt(prisma, scope, { accountId, gatewayPaymentId: told.paymentId }));
  if (!payment) return null;
  const refunds = await listRefundsOf(prisma, scope, payment.id);
  return refunds.find((one) => one.gatewayRefundId === told.id) ?? null;
}
