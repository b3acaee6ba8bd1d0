import { readState } from '../../conversation/state';
import { getCustomer } from '../../customers/queries';
import { findBooking } from '../../booking/queries';
import type { Db } from '../../db/client';
import { transaction } from '../../db/transaction';
import { formatMoney } from '../../i18n/format-money';
import { translate } from '../../i18n/translate';
import { publish } from '../../live/publish';
import { findAttempt, type PaymentAttempt } from '../../payments/queries';
import { getBusiness } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import { saveTurn } from '../../threads/commands/save-turn';
import { isMessageWritten } from '../../threads/queries';
import type { World } from '../types';
import { isWindowOpen } from '../reply-window';
import { orderPayments, orderReference } from './native-order';
import { lockChatOf } from './tell-payment';

/**
 * Takes the pay button of a bill inside WhatsApp away, where its attempt was called off before it was paid and before its
 * own end, which takes it away as well. Said once, and only while WhatsApp lets us write; a bill that somebody is paying
 * stays, since Meta refuses to end it.
 * Source: Meta, Payments API India, order status (reference 7.4).
 */
export async function cancelOrder(
  world: World,
  scope: BusinessScope,
  attempt: PaymentAttempt,
): Promise<void> {
  const { prisma } = world.database;
  if (!isCalledOff(attempt, world.clock.now()) || !(await isAskedByOrder(prisma, scope, attempt))) return;
  if ((await orderPayments(world, scope, attempt)).length > 0) return;
  await transaction(world.database, async (tx) => {
    const booking = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, booking?.customerId ?? null);
    const effectId = `payment:${attempt.id}:order-canceled`;
    const now = world.clock.now();
    const current = await findAttempt(tx, scope, attempt.id);
    if (!thread || !current || !isCalledOff(current, now) || !isWindowOpen(thread, now)) return;
    if (await isMessageWritten(tx, scope, effectId)) return;
    const business = await getBusiness(tx, scope);
    const customer = await getCustomer(tx, scope, thread.customerId);
    const language = readState(thread.state).language ?? customer.language ?? business.defaultLanguage;
    await saveTurn(tx, scope, {
      channelId: thread.channelId,
      threadId: thread.id,
      firstPosition: thread.nextPosition,
      state: thread.state,
      now,
      messages: [
        {
          direction: 'out',
          effectId,
          purpose: 'own-bookings',
          label: 'payment.billEnded',
          content: {
            kind: 'order-status',
            body: translate(language, 'payment.billEnded', { amount: formatMoney(attempt.amountPaise) }),
            reference: orderReference(attempt.id),
            status: 'canceled',
          },
          expiresAt: attempt.payBy,
          bookingId: attempt.bookingId,
        },
      ],
    });
    await publish(tx, scope, { kind: 'chats', id: thread.id });
  });
}

const isCalledOff = ({ status, payBy }: PaymentAttempt, now: Date): boolean =>
  status === 'cancelled' && payBy > now;

/** Whether the bill is on the customer's phone, or on its way there. */
async function isAskedByOrder(db: Db, { businessId }: BusinessScope, attempt: PaymentAttempt) {
  const asked = await db.message.findFirst({
    where: {
      businessId,
      effectId: `payment:${attempt.id}:payment-link`,
      content: { path: ['kind'], equals: 'order' },
      status: { notIn: ['failed', 'cancelled'] },
    },
    select: { id: true },
  });
  return asked !== null;
}
