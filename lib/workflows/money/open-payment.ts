import { setTimeout as wait } from 'node:timers/promises';
import { lockBooking } from '../../booking/commands/lock-booking';
import { addJob, type Jobs } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { changeAttempt } from '../../payments/commands/change-attempt';
import { findAttempt, getAccount, type PaymentAttempt } from '../../payments/queries';
import { findBooking } from '../../booking/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import { flagThreadOnce } from '../../threads/commands/hand-over';
import type { OutboundMessage } from '../../messaging/types';
import type { Thread } from '../../threads/types';
import type { World } from '../types';
import { linkRequest } from './link-request';
import { nativeOrder } from './native-order';
import { payPageUrl } from './pay-page-url';
import { lockChatOf, tellPayment } from './tell-payment';
import { upiPicture } from './upi-picture';

/** Longer than this nobody waits for a link without a word. */
const patienceMs = 5_000;
/** How long after a failure the link is tried again; the last one repeats. */
const retryMs = [5_000, 15_000, 30_000, 60_000];
/** A nudge comes this long before the end, where there is time enough for one. */
const nudgeBeforeMs = 5 * 60_000;

/**
 * Has the gateway make the link of an attempt and tells its customer. Where that takes too long or fails, the customer hears
 * so at once, with a page of ours that leads on when the link is there, and it is tried again until the time to pay is over.
 * Safe to repeat: one attempt makes one link, and is told once.
 */
export async function openPayment(world: World, job: Jobs['open-payment']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const attempt = await findAttempt(prisma, scope, job.attemptId);
  if (!attempt) return;
  if (attempt.status === 'open') return tellLink(world, scope, attempt, job.instead);
  if (attempt.status !== 'creating') return;
  const booking = await findBooking(prisma, scope, attempt.bookingId);
  if (!booking) return;
  const gateway = world.gatewayOf(await getAccount(prisma, scope, attempt.accountId));
  const pageUrl = payPageUrl(world, scope, attempt.id);
  if (!gateway) return open(world, scope, attempt, { linkId: null, url: pageUrl });
  const { minimumLinkMs } = gateway;
  const made = linkRequest(world, scope, { attempt, booking, minimumLinkMs }).then((request) =>
    gateway.createLink(request),
  );
  const first = await Promise.race([made, wait(patienceMs, 'slow' as const, { ref: false })]);
  if (first === 'slow') await tellSlow(world, scope, attempt);
  const outcome = await made;
  if (outcome.ok && outcome.value.url) {
    return open(world, scope, attempt, { linkId: outcome.value.id, url: outcome.value.url });
  }
  await tryAgain(
    world,
    scope,
    attempt,
    outcome.ok ? 'The gateway gave a link without an address.' : outcome.detail,
  );
}

/** The link is there: stored, and told, in one step. One that ended meanwhile is closed at the gateway instead. */
async function open(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  link: { linkId: string | null; url: string },
): Promise<void> {
  const now = world.clock.now();
  const opened = await transaction(world.database, async (tx) => {
    const booking = await lockBooking(tx, scope, attempt.bookingId);
    const change = { ...link, status: 'open', failure: null, nextCheckAt: new Date(now.getTime() + 60_000) };
    const done = await changeAttempt(tx, scope, { attemptId: attempt.id, from: ['creating'], change });
    if (done) {
      const nudgeAt = new Date(attempt.payBy.getTime() - nudgeBeforeMs);
      if (attempt.purpose === 'confirm' && nudgeAt.getTime() - now.getTime() > nudgeBeforeMs)
        await addJob(tx, 'nudge-payment', jobOf(scope, attempt), {
          runAt: nudgeAt,
          key: `later:nudge-payment:${attempt.id}`,
        });
      return { booking, attempt: done };
    }
    // It was called off while the gateway made it: the link is known only now, so that it can be closed.
    await changeAttempt(tx, scope, {
      attemptId: attempt.id,
      from: ['cancelled', 'expired', 'failed'],
      change: link,
    });
    if (link.linkId) await addJob(tx, 'close-payment', jobOf(scope, attempt));
    return null;
  });
  if (opened) await tellLink(world, scope, opened.attempt);
}

const jobOf = (scope: BusinessScope, attempt: PaymentAttempt) => ({
  businessId: scope.businessId,
  attemptId: attempt.id,
});

/** Says where to pay, unless the time for it is over. */
const tellLink = (
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  instead = false,
): Promise<void> => tell(world, scope, attempt, 'payment-link', instead);

/** Until there is a link, our own page stands in for it. */
async function tellSlow(world: World, scope: BusinessScope, attempt: PaymentAttempt): Promise<void> {
  await transaction(world.database, async (tx) => {
    await lockBooking(tx, scope, attempt.bookingId);
    const change = { url: payPageUrl(world, scope, attempt.id) };
    await changeAttempt(tx, scope, { attemptId: attempt.id, from: ['creating'], change });
  });
  await tell(world, scope, attempt, 'payment-slow');
}

function tell(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  kind: 'payment-link' | 'payment-slow',
  instead = false,
): Promise<void> {
  const { id, bookingId, payBy } = attempt;
  return transaction(world.database, async (tx) => {
    const before = await findBooking(tx, scope, bookingId);
    const thread = await lockChatOf(tx, scope, before?.customerId ?? null);
    const booking = await findBooking(tx, scope, bookingId);
    const state = booking?.asking?.attemptId === id ? booking.asking.state : 'ended';
    if (!booking || (state !== 'making' && state !== 'open')) return;
    await tellPayment(tx, world, scope, {
      thread,
      booking,
      news: { kind },
      effectId: `payment:${id}:${kind}${instead ? ':instead' : ''}`,
      expiresAt: payBy,
      as: (message) =>
        instead
          ? Promise.resolve(message)
          : inWhatsApp(world, tx, scope, { thread, attempt, message, now: world.clock.now() }),
    });
  });
}

/** The first asking is paid inside WhatsApp, where the channel can, or by a QR code there; by the link where neither can be. */
async function inWhatsApp(
  world: World,
  tx: Tx,
  scope: BusinessScope,
  of: { thread: Thread | null; attempt: PaymentAttempt; message: OutboundMessage; now: Date },
): Promise<OutboundMessage> {
  const { thread, attempt, message, now } = of;
  if (!thread || message.kind !== 'link') return message;
  const { channelId } = thread;
  const asked = { channelId, attempt, link: message };
  const order = await nativeOrder(tx, scope, { ...asked, now });
  return order ?? (await upiPicture(world, tx, scope, asked)) ?? message;
}

async function tryAgain(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
  failure: string,
): Promise<void> {
  const now = world.clock.now();
  world.log.warn({ attemptId: attempt.id, failure }, 'a payment link could not be made');
  await tellSlow(world, scope, attempt);
  await transaction(world.database, async (tx) => {
    const booking = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, booking?.customerId ?? null);
    await lockBooking(tx, scope, attempt.bookingId);
    const again = await changeAttempt(tx, scope, {
      attemptId: attempt.id,
      from: ['creating'],
      change: { failure, checks: attempt.checks + 1 },
    });
    if (!again) return;
    // Once is chance; twice is for a person to see.
    if (attempt.checks > 0 && thread)
      await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
    const pause = retryMs[Math.min(attempt.checks, retryMs.length - 1)] ?? 60_000;
    const runAt = new Date(now.getTime() + pause);
    if (runAt < attempt.payBy) {
      const key = `later:open-payment:${attempt.id}`;
      await addJob(tx, 'open-payment', jobOf(scope, attempt), { runAt, key });
    }
  });
}
