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
import { saveMessage } from '../../threads/commands/save-message';
import { isMessageWritten } from '../../threads/queries';
import type { World } from '../types';
import { isWindowOpen } from '../reply-window';
import { orderPayments, orderReference } from './native-order';
import { lockChatOf } from './tell-payment';

/**
 * Ends a bill inside WhatsApp before its own end: one whose attempt was called off before it was paid loses its pay button, and
 * one that was paid in another way, by its link, is shown as done. Said once, and only while WhatsApp lets us write; a bill that
 * somebody is paying inside WhatsApp stays, since Meta refuses to call it off and shows by itself that it is paid.
 * Source: Meta, Payments API India, order status (reference 7.4).
 */
export async function endOrder(world: World, scope: BusinessScope, attempt: PaymentAttempt): Promise<void> {
  const { prisma } = world.database;
  if (!endOf(attempt, world.clock.now()) || !(await isAskedByOrder(prisma, scope, attempt))) return;
  if ((await orderPayments(world, scope, attempt)).length > 0) return;
  await transaction(world.database, async (tx) => {
    const booking = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, booking?.customerId ?? null);
    const now = world.clock.now();
    const current = await findAttempt(tx, scope, attempt.id);
    const status = current && endOf(current, now);
    if (!thread || !status || !isWindowOpen(thread, now)) return;
    // An end is for good: what is called off is not said to be done afterwards, nor the other way round.
    const ids = ends.map((end) => `payment:${attempt.id}:order-${end}`);
    for (const id of ids) if (await isMessageWritten(tx, scope, id)) return;
    const business = await getBusiness(tx, scope);
    const customer = await getCustomer(tx, scope, thread.customerId);
    const language = readState(thread.state).language ?? customer.language ?? business.defaultLanguage;
    const key = status === 'completed' ? 'payment.billPaid' : 'payment.billEnded';
    await saveMessage(tx, scope, {
      thread,
      now,
      message: {
        effectId: `payment:${attempt.id}:order-${status}`,
        purpose: 'own-bookings',
        label: key,
        content: {
          kind: 'order-status',
          body: translate(language, key, { amount: formatMoney(attempt.amountPaise) }),
          reference: orderReference(attempt.id),
          status,
        },
        expiresAt: attempt.payBy,
        bookingId: attempt.bookingId,
      },
    });
    await publish(tx, scope, { kind: 'chats', id: thread.id });
  });
}

const ends = ['canceled', 'completed'] as const;

/** How the bill of an attempt ends now; null: it stays as it is, or has ended by itself. */
function endOf({ status, payBy }: PaymentAttempt, now: Date): (typeof ends)[number] | null {
  if (payBy <= now) return null;
  if (status === 'cancelled') return 'canceled';
  return status === 'paid' ? 'completed' : null;
}

/** Whether the bill is on the customer's phone, or on its way there. */
export async function isAskedByOrder(db: Db, { businessId }: BusinessScope, attempt: PaymentAttempt) {
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
