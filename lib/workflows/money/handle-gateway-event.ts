import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import type { GatewayEvent as Told, GatewayPayment, PaymentGateway } from '../../gateways/types';
import { publish } from '../../live/publish';
import { noteDispute } from '../../payments/commands/note-dispute';
import { countTry, findEvent, finishEvent } from '../../payments/commands/finish-event';
import { findPaymentAt, getAccount, type GatewayEvent } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { applyPayment } from './apply-payment';
import { isMoney, isTakenIn, lookAtGateway } from './check-payment';
import { followRefundOf } from './follow-refund';
import { attemptOf } from './find-attempt-of';

/**
 * Acts on what a webhook told. It says only where to look: the gateway itself is asked, so that events may come twice, late, in
 * any order, or before our own call has returned. Throws when the gateway cannot be asked; the queue tries again.
 */
export async function handleGatewayEvent(world: World, job: Jobs['handle-gateway-event']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const event = await findEvent(prisma, scope, job.eventId);
  if (!event || event.status !== 'pending') return;
  const gateway = world.gatewayOf(await getAccount(prisma, scope, event.accountId));
  const told = gateway?.parseWebhook(Buffer.from(event.body), headersOf(event)) ?? null;
  const done = gateway && told ? await actOrNote(world, scope, { event, gateway, told }) : unreadable;
  await finishEvent(prisma, scope, { eventId: event.id, ...done, now: world.clock.now() });
}

/** Tries in vain before an event is left to a person: some hours of a queue that waits longer each time. */
const mostTries = 10;

/** What cannot be done now is noted with the event and thrown, so that the queue tries again; not for ever. */
async function actOrNote(world: World, scope: BusinessScope, heard: Heard): Promise<Done> {
  try {
    return await act(world, scope, heard);
  } catch (error) {
    const { event } = heard;
    const failure = String(error);
    if (event.tries + 1 >= mostTries) return { status: 'failed', error: failure };
    await countTry(world.database.prisma, scope, { eventId: event.id, error: failure });
    throw error;
  }
}

type Done = {
  status: 'done' | 'ignored' | 'unmatched' | 'failed';
  error?: string;
  attemptId?: string | null;
  paymentId?: string | null;
};

const ignored: Done = { status: 'ignored' };
/** Signed, and yet not as the gateway writes such an event: for a person to look at. */
const unreadable: Done = { status: 'failed', error: 'The event is not in the form that the gateway uses.' };

const headersOf = (event: GatewayEvent) => ({
  get: (name: string) => (name.toLowerCase() === 'content-type' ? event.contentType : null),
});

type Heard = { event: GatewayEvent; gateway: PaymentGateway; told: Told };

async function act(world: World, scope: BusinessScope, heard: Heard): Promise<Done> {
  switch (heard.told.topic) {
    case 'link':
    case 'payment':
      return paid(world, scope, heard);
    case 'refund':
      return refunded(world, scope, heard);
    case 'dispute':
      return disputed(world, scope, heard);
    case 'other':
      return ignored;
  }
}

async function paid(world: World, scope: BusinessScope, heard: Heard): Promise<Done> {
  const { event, gateway, told } = heard;
  const { prisma } = world.database;
  const { accountId } = event;
  const named = told.payment && { accountId, gatewayPaymentId: told.payment.id };
  // A payment is told of by several events; the first of them has brought it.
  if (named && (await isTakenIn(world, scope, named))) return doneWith(world, scope, named);
  const attempt = await attemptOf(prisma, scope, accountId, {
    reference: told.link?.reference ?? told.payment?.reference ?? null,
    linkId: told.link?.id ?? told.payment?.linkId ?? null,
  });
  const payment = named && (await ask(gateway, named.gatewayPaymentId));
  if (named && payment && isMoney(payment)) {
    // What the gateway says of it now goes before what the event says.
    const own = (await attemptOf(prisma, scope, accountId, payment)) ?? attempt;
    await applyPayment(world, scope, { accountId, attempt: own, payment });
    const done = await doneWith(world, scope, named);
    return own ? done : { ...done, status: 'unmatched' };
  }
  // No money by that name: the link says what else has become of it.
  if (attempt) {
    const looked = await lookAtGateway(world, scope, attempt);
    if (looked.kind === 'unreachable') throw new Error(`The gateway could not be asked: ${looked.detail}`);
  }
  if (!told.payment && told.topic === 'payment') return { ...unreadable, attemptId: attempt?.id ?? null };
  if (!told.payment && !attempt) return ignored;
  return { status: 'done', attemptId: attempt?.id ?? null };
}

async function doneWith(
  world: World,
  scope: BusinessScope,
  of: { accountId: string; gatewayPaymentId: string },
): Promise<Done> {
  const recorded = await findPaymentAt(world.database.prisma, scope, of);
  return { status: 'done', attemptId: recorded?.attemptId ?? null, paymentId: recorded?.id ?? null };
}

/** The payment as the gateway tells it now; null where it knows none. Throws when it cannot be asked. */
async function ask(gateway: PaymentGateway, paymentId: string): Promise<GatewayPayment | null> {
  const found = await gateway.fetchPayment(paymentId);
  if (found.ok) return found.value;
  if (found.reason === 'refused' && found.kind === 'not-found') return null;
  throw new Error(`The gateway could not be asked for a payment: ${found.detail}`);
}

async function refunded(world: World, scope: BusinessScope, { event, told }: Heard): Promise<Done> {
  if (!told.refund) return ignored;
  const refund = await followRefundOf(world, scope, { accountId: event.accountId, told: told.refund });
  return refund ? { status: 'done', paymentId: refund.paymentId } : { status: 'unmatched' };
}

async function disputed(world: World, scope: BusinessScope, { event, told }: Heard): Promise<Done> {
  const id = told.payment?.id;
  if (!id) return { status: 'unmatched' };
  const { prisma } = world.database;
  const payment = await findPaymentAt(prisma, scope, { accountId: event.accountId, gatewayPaymentId: id });
  if (!payment) return { status: 'unmatched' };
  await transaction(world.database, async (tx) => {
    await noteDispute(tx, scope, { paymentId: payment.id, name: told.name, now: world.clock.now() });
    await publish(tx, scope, { kind: 'money', id: payment.id });
  });
  return { status: 'done', paymentId: payment.id, attemptId: payment.attemptId };
}
