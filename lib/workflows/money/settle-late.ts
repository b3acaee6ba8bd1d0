import { lockBooking } from '../../booking/commands/lock-booking';
import { findBooking } from '../../booking/queries';
import type { Actor, Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import type { Paise } from '../../kernel/money';
import { publish } from '../../live/publish';
import { askPrice } from '../../payments/commands/ask-price';
import { decideOn } from '../../payments/commands/decide-on';
import { sendBack } from '../../payments/commands/give-back';
import { listPayments, type Payment } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { agreedPaise } from './agreed-paise';
import { sendAll } from './apply-payment';
import { lockChatOf, tellPayment } from './tell-payment';

/** A booking's payments that came after its slot was gone. */
const lateOf = async (tx: Tx, scope: BusinessScope, bookingId: string) =>
  (await listPayments(tx, scope, bookingId)).filter(({ disposition }) => disposition === 'late');

/** A booking's payments of less than was asked for, which nobody has decided on. */
const shortOf = async (tx: Tx, scope: BusinessScope, bookingId: string) =>
  (await listPayments(tx, scope, bookingId)).filter(
    ({ disposition, why }) => disposition === 'mismatch' && why === 'less',
  );

type Returning = { bookingId: string; actor: Actor; now: Date };

/**
 * Gives back what came too late, since its payer wants it so. Returns how much; 0 where nothing waits for an answer. The
 * caller has locked the booking.
 */
export const returnLate = async (tx: Tx, scope: BusinessScope, input: Returning): Promise<Paise> =>
  giveBackEach(tx, scope, { ...input, payments: await lateOf(tx, scope, input.bookingId), why: 'late' });

async function giveBackEach(
  tx: Tx,
  scope: BusinessScope,
  input: Returning & { payments: Payment[]; why: 'late' | 'short' },
): Promise<Paise> {
  const { bookingId, payments, why, actor, now } = input;
  let total = 0;
  for (const { id, amountPaise } of payments) {
    const from = ['late', 'mismatch'] as const;
    const decided = { paymentId: id, disposition: 'surplus', why, now, from } as const;
    if (!(await decideOn(tx, scope, decided))) continue;
    const back = { bookingId, paymentId: id, amountPaise, reason: 'late', actor, now } as const;
    const refunds = await sendBack(tx, scope, back);
    await sendAll(tx, scope, refunds);
    total += refunds.reduce((sum, one) => sum + one.amountPaise, 0);
  }
  if (total > 0) await publish(tx, scope, { kind: 'money' }, { kind: 'bookings', id: bookingId });
  return total;
}

/**
 * A booking that late money was for stands after all: the money is for it, and what it is too much goes back. The caller has
 * locked the booking.
 */
export async function useLate(
  tx: Tx,
  scope: BusinessScope,
  input: { booking: Booking; actor: Actor; now: Date },
): Promise<void> {
  const { booking, actor, now } = input;
  const { id: bookingId } = booking;
  const late = await lateOf(tx, scope, bookingId);
  if (late.length === 0) return;
  for (const { id } of late)
    await decideOn(tx, scope, { paymentId: id, disposition: 'applied', now, from: ['late'] });
  const askedPaise = await agreedPaise(tx, scope, booking);
  const { keptPaise } = await askPrice(tx, scope, { bookingId, askedPaise, actor, now });
  const surplus = keptPaise - askedPaise;
  if (surplus <= 0) return;
  const back = { bookingId, amountPaise: surplus, reason: 'surplus', actor, now } as const;
  await sendAll(tx, scope, await sendBack(tx, scope, back));
}

/** Gives back late money that nobody has claimed, and says so. */
export const refundLate = (world: World, scope: BusinessScope, bookingId: string): Promise<void> =>
  returnAndTell(world, scope, { bookingId, why: 'too-late', giveBack: returnLate });

/**
 * Gives back money that was less than asked for, once its slot was let go without staff having decided otherwise, and says
 * so. Source: payments reference 5.7, partial.
 */
export const refundShort = (world: World, scope: BusinessScope, bookingId: string): Promise<void> =>
  returnAndTell(world, scope, { bookingId, why: 'short', giveBack: returnShort });

async function returnShort(tx: Tx, scope: BusinessScope, input: Returning): Promise<Paise> {
  const booking = await findBooking(tx, scope, input.bookingId);
  if (booking?.status !== 'expired') return 0;
  const payments = await shortOf(tx, scope, input.bookingId);
  const total = await giveBackEach(tx, scope, { ...input, payments, why: 'short' });
  const { bookingId, actor, now } = input;
  if (total > 0) await askPrice(tx, scope, { bookingId, askedPaise: 0, actor, now });
  return total;
}

function returnAndTell(
  world: World,
  scope: BusinessScope,
  of: { bookingId: string; why: 'too-late' | 'short'; giveBack: typeof returnLate },
): Promise<void> {
  const { bookingId, why, giveBack } = of;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const seen = await findBooking(tx, scope, bookingId);
    const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
    await lockBooking(tx, scope, bookingId);
    const amountPaise = await giveBack(tx, scope, { bookingId, actor: { kind: 'system' }, now });
    const booking = await findBooking(tx, scope, bookingId);
    if (amountPaise === 0 || !booking) return;
    await tellPayment(tx, world, scope, {
      thread,
      booking,
      news: { kind: 'payment-returned', amountPaise, why },
      effectId: `payment:${bookingId}:${why === 'short' ? 'short' : 'unclaimed'}`,
    });
  });
}
