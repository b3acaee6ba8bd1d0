import { keepHold } from '../../booking/commands/keep-hold';
import { lockBooking } from '../../booking/commands/lock-booking';
import type { Actor, Booking, WrongState } from '../../booking/types';
import { addJob } from '../../db/add-job';
import type { Tx } from '../../db/client';
import type { Paise } from '../../kernel/money';
import { fail, ok, type Result } from '../../kernel/result';
import { askPrice } from '../../payments/commands/ask-price';
import { startAttempt } from '../../payments/commands/start-attempt';
import { linkTimes } from '../../payments/link-times';
import { currentAccount, findAsking, type PaymentAttempt } from '../../payments/queries';
import type { PaymentAccount } from '../../payments/types';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { dueAgain, neededPaise } from './agreed-paise';
import { stopAsking } from './stop-asking';

/** A hold outlives what its customer is told by this much: their money may be on its way. */
const graceMs = 2 * 60_000;
/** However near the start, there is this long to pay. */
const leastMs = 5 * 60_000;

type Ask = { booking: Booking; payHoldMinutes: number; actor: Actor };
type Purpose = 'confirm' | 'balance';

/** `no-account`: the business takes no payments beforehand, whatever its services say; it is paid at the venue. */
export type NotAsked = { reason: 'slot-taken' | 'no-account' | 'nothing-due' } | WrongState;

/**
 * Asks a customer to pay before their hold becomes a booking: keeps the time, and has a link made. Asked again while it may
 * still be paid, nothing changes (promise P12). The booking comes back as it is now.
 */
export async function askToConfirm(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  { booking, payHoldMinutes, actor }: Ask,
): Promise<Result<Booking, NotAsked>> {
  const account = await currentAccount(tx, scope);
  if (!account) return fail({ reason: 'no-account' });
  const now = world.clock.now();
  const payBy = endOf(booking, now, payHoldMinutes);
  const holdUntil = new Date(payBy.getTime() + graceMs);
  // Read without a lock, since `keepHold` has to lock everything it needs in one order: whoever asks has the chat to itself.
  const asking = await findAsking(tx, scope, booking.id);
  const amountPaise = await neededPaise(tx, scope, booking);
  if (amountPaise === 0) return fail({ reason: 'nothing-due' });
  const current = asking && asking.amountPaise === amountPaise && asking.payBy > now;
  if (current && booking.status === 'held') return ok(booking);
  const kept = await keepHold(tx, scope, { bookingId: booking.id, holdUntil, actor, now });
  if (!kept.ok) return kept.reason === 'not-found' ? fail({ reason: 'slot-taken' }) : kept;
  if (asking) await stopAsking(tx, scope, { attempt: asking, status: 'cancelled', now });
  await begin(tx, world, scope, {
    account,
    booking: kept.value,
    purpose: 'confirm',
    amountPaise,
    payBy,
    actor,
  });
  return reread(tx, scope, booking.id);
}

/** Has a link made for what is still due for a booking that stands. */
export async function askForBalance(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  { booking, payHoldMinutes, actor }: Ask,
): Promise<Result<Booking, NotAsked>> {
  const account = await currentAccount(tx, scope);
  if (!account) return fail({ reason: 'no-account' });
  const now = world.clock.now();
  const locked = await lockBooking(tx, scope, booking.id);
  if (!locked || (locked.status !== 'confirmed' && locked.status !== 'checked-in'))
    return fail({ reason: 'wrong-state', status: locked?.status ?? booking.status });
  const amountPaise = locked.askedPaise - locked.keptPaise;
  if (amountPaise <= 0) return fail({ reason: 'nothing-due' });
  const asking = await findAsking(tx, scope, booking.id);
  if (asking && asking.amountPaise === amountPaise && asking.payBy > now) return ok(locked);
  if (asking) await stopAsking(tx, scope, { attempt: asking, status: 'cancelled', now });
  const soon = new Date(now.getTime() + payHoldMinutes * 60_000);
  const payBy = locked.startsAt > soon ? locked.startsAt : soon;
  await begin(tx, world, scope, { account, booking: locked, purpose: 'balance', amountPaise, payBy, actor });
  return reread(tx, scope, booking.id);
}

/**
 * What is owed has changed while it was being asked for: the asking so far ends, and another is made for what is owed now, as
 * long as that is anything. Nothing happens where nothing was asked for, or the amount is the same. The caller has locked the
 * booking.
 */
export async function askAnew(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  { bookingId, actor }: { bookingId: string; actor: Actor },
): Promise<void> {
  const asking = await findAsking(tx, scope, bookingId);
  const booking = await lockBooking(tx, scope, bookingId);
  if (!asking || !booking) return;
  const now = world.clock.now();
  const owed =
    booking.status === 'held'
      ? await neededPaise(tx, scope, booking)
      : booking.askedPaise - booking.keptPaise;
  if (asking.amountPaise === owed) return;
  await stopAsking(tx, scope, { attempt: asking, status: 'cancelled', now });
  if (owed <= 0) return;
  const payHoldMinutes = Math.max(leastMs, asking.payBy.getTime() - now.getTime()) / 60_000;
  const ask = booking.status === 'held' ? askToConfirm : askForBalance;
  await ask(tx, world, scope, { booking, payHoldMinutes, actor });
}

/** Until when it may be paid: the service's time to pay, but hardly beyond the start. */
function endOf({ startsAt }: Booking, now: Date, payHoldMinutes: number): Date {
  const wished = now.getTime() + payHoldMinutes * 60_000;
  return new Date(Math.min(wished, Math.max(startsAt.getTime(), now.getTime() + leastMs)));
}

async function begin(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  of: {
    account: PaymentAccount;
    booking: Booking;
    purpose: Purpose;
    amountPaise: Paise;
    payBy: Date;
    actor: Actor;
  },
): Promise<PaymentAttempt> {
  const { account, booking, purpose, amountPaise, payBy, actor } = of;
  const now = world.clock.now();
  const gateway = world.gatewayOf(account);
  const upi = world.upiOf(account);
  const { expiresAt } = linkTimes(payBy, now, gateway?.minimumLinkMs ?? 0);
  const askedPaise = await dueAgain(tx, scope, booking);
  await askPrice(tx, scope, { bookingId: booking.id, askedPaise, actor, now });
  const attempt = await startAttempt(tx, scope, {
    bookingId: booking.id,
    accountId: account.id,
    purpose,
    amountPaise,
    payBy,
    expiresAt,
    way: upi ? { kind: 'upi', ...upi } : { kind: 'gateway' },
    now,
  });
  const job = { businessId: scope.businessId, attemptId: attempt.id };
  await addJob(tx, 'open-payment', job);
  await addJob(tx, 'end-payment', job, { runAt: payBy, key: `later:end-payment:${attempt.id}` });
  return attempt;
}

async function reread(tx: Tx, scope: BusinessScope, bookingId: string): Promise<Result<Booking, never>> {
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking) throw new Error(`Booking ${bookingId} vanished under its lock.`);
  return ok(booking);
}
