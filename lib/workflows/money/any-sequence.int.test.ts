import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { placeBlock } from '../../booking/commands/place-block';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import type { ResourceId } from '../../kernel/ids';
import { agreedPrice } from '../../payments/agreed-price';
import { foldLedger } from '../../payments/ledger';
import { currentAccount, listLedger } from '../../payments/queries';
import type { MoneyAct } from '../../payments/desk/schema';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { ChatDesk } from '../../testing/chat-desk';
import { actOnBooking } from '../act-on-booking';
import { actOnMoney } from './desk/act-on-money';
import { actOnPayment } from './desk/act-on-payment';
import { loadAttention } from './desk/load-money';
import { mendDifference } from './desk/mend-difference';
import type { Desk } from './desk/desk-act';
import { reconcile } from './reconcile';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let at: Desk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 24, percent: 100 }] } });
  const userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  at = { world: desk.world, scope: desk.scope, actor };
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

// Payments weigh most, so that most sequences have money to disagree about.
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('pays' as const) },
  { weight: 2, arbitrary: fc.constant('pays once the hold has ended' as const) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'pays an old link' as const,
      'pays a paisa less' as const,
      'pays a paisa more' as const,
      'fails to pay' as const,
      'asks where it is' as const,
      'calls off' as const,
      'confirms again' as const,
      'wants it back' as const,
      'staff call off' as const,
      'staff give back half' as const,
      'staff use or return it' as const,
      'cash' as const,
      'half in cash' as const,
      'discount' as const,
      'a rival takes the court' as const,
    ),
  },
  { weight: 1, arbitrary: fc.constant('half goes back at the gateway' as const) },
  { weight: 4, arbitrary: fc.constantFrom('the hold ends' as const, 'a minute goes by' as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'webhooks are lost' as const,
      'webhooks come twice' as const,
      'webhooks wait' as const,
      'webhooks come, newest first' as const,
    ),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** So that the test cannot pass by doing nothing. */
const happened = new Map<string, number>();
const seen = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);

type Run = { visitor: ChatVisitor; bookingId: string; place: number };
const bookingOf = ({ bookingId }: Run) => prisma().booking.findFirstOrThrow({ where: { id: bookingId } });
const attemptsOf = ({ bookingId }: Run) =>
  prisma().paymentAttempt.findMany({ where: { bookingId }, orderBy: { createdAt: 'desc' } });

/** Taps an option if the last message has one of this name. */
const tapIf = async ({ visitor }: Run, which: string): Promise<void> => {
  if (visitor.titles().some((title) => title.includes(which))) await desk.tap(visitor, which);
};

/** What the desk may refuse is refused as a conflict and changes nothing. */
async function unlessRefused(what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
    seen(what);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
  }
}

const money = (run: Run, act: MoneyAct) =>
  unlessRefused(act.act, actOnMoney(at, { booking: run.bookingId, within: null, act }));
const key = (run: Run, place: number): string => {
  const hex = createHash('sha256')
    .update(`${String(run.place)}:${String(place)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

async function pay(run: Run, which: number, amountPaise?: number): Promise<void> {
  const link = (await attemptsOf(run)).flatMap(({ linkId }) => linkId ?? [])[which];
  if (link && control().pay(link, amountPaise === undefined ? {} : { amountPaise })) seen('paid');
}

async function perform(run: Run, each: Step, place: number): Promise<void> {
  const by = key(run, place);
  switch (each) {
    case 'pays':
      return pay(run, 0);
    case 'pays once the hold has ended':
      desk.pass({ minutes: 23 });
      await desk.minute();
      await pay(run, 0);
      await desk.settle();
      if ((await bookingOf(run)).status === 'confirmed') seen('confirmed by late money');
      return;
    case 'pays an old link':
      return pay(run, 1);
    case 'pays a paisa less':
      return pay(run, 0, 39_999);
    case 'pays a paisa more':
      return pay(run, 0, 40_001);
    case 'fails to pay': {
      const link = (await attemptsOf(run))[0]?.linkId;
      if (link) control().fail(link);
      return;
    }
    case 'asks where it is':
      await desk.say(run.visitor, 'I have paid');
      return;
    case 'calls off':
      await desk.say(run.visitor, 'cancel');
      return tapIf(run, 'Yes, cancel');
    case 'confirms again':
      await tapIf(run, 'Try again');
      return tapIf(run, 'Confirm');
    case 'wants it back':
      return tapIf(run, 'Money back');
    case 'staff call off': {
      const { version } = await bookingOf(run);
      const act = { act: 'cancel', version, key: by, reason: 'rain', tell: true } as const;
      const acting = { actor: at.actor, booking: run.bookingId, within: null, act };
      return unlessRefused('staff cancel', actOnBooking(desk.world, desk.scope, acting));
    }
    case 'staff give back half': {
      const payment = await prisma().payment.findFirst({ where: { bookingId: run.bookingId } });
      if (!payment) return;
      return money(run, {
        act: 'refund',
        key: by,
        paymentId: payment.id,
        amountPaise: 20_000,
        reason: 'net torn',
        tell: false,
        afterwards: place % 2 ? 'owed' : 'let-go',
      });
    }
    case 'staff use or return it': {
      const payment = await prisma().payment.findFirst({
        where: { bookingId: run.bookingId, disposition: { in: ['mismatch', 'late'] } },
      });
      if (!payment) return;
      const act =
        place % 2 ? ({ act: 'apply', reference: null } as const) : ({ act: 'refund', reason: 'x' } as const);
      return unlessRefused(`payment ${act.act}`, actOnPayment(at, { payment: payment.id, act }));
    }
    case 'half goes back at the gateway': {
      const links = (await attemptsOf(run)).map(({ linkId }) => linkId);
      const theirs = [...control().account.payments.values()].find(
        ({ linkId, status, amount, amount_refunded }) =>
          links.includes(linkId) && status === 'captured' && amount - amount_refunded >= 20_000,
      );
      const account = await currentAccount(prisma(), desk.scope);
      if (!theirs || !account) return;
      await desk.world.gatewayOf(account)?.refund({ paymentId: theirs.id, amountPaise: 20_000, key: by });
      seen('refund at the gateway');
      return;
    }
    case 'cash':
    case 'half in cash': {
      const { keptPaise, pricePaise } = await bookingOf(run);
      const amountPaise = each === 'cash' ? Math.max(1, pricePaise - keptPaise) : 20_000;
      return money(run, { act: 'take', key: by, amountPaise, method: 'cash', bankReference: '', note: '' });
    }
    case 'discount':
      return money(run, { act: 'discount', key: by, amountPaise: 5_000, reason: 'rain' });
    case 'a rival takes the court': {
      const { resourceId, startsAt, endsAt, status } = await bookingOf(run);
      if (status !== 'expired') return;
      const block = { resourceId: resourceId as ResourceId, startsAt, endsAt };
      const placed = await transaction(desk.world.database, (tx) =>
        placeBlock(tx, desk.scope, {
          ...block,
          kind: 'block',
          reason: 'a rival',
          actor: { kind: 'system' },
          now: desk.now(),
        }),
      );
      if (placed.ok) seen('rival');
      return;
    }
    case 'the hold ends':
      desk.pass({ minutes: 23 });
      return desk.minute();
    case 'a minute goes by':
      desk.pass({ minutes: 1 });
      return desk.minute();
    case 'webhooks are lost':
      control().misbehave({ drop: true });
      return;
    case 'webhooks come twice':
      control().misbehave({ drop: false, twice: true });
      return;
    case 'webhooks wait':
      control().misbehave({ drop: false, hold: true });
      return;
    case 'webhooks come, newest first':
      control().misbehave({ drop: false, hold: false });
      control().releaseWebhooks();
      return desk.settle();
  }
}

async function begin(place: number): Promise<Run> {
  const visitor = desk.visitor('Payer');
  const day = new Date(desk.now().getTime() + 8 * 86_400_000);
  await desk.say(visitor, `court ${String(day.getUTCDate())}/${String(day.getUTCMonth() + 1)} 10 am`);
  await desk.tap(visitor, 'Payer');
  await desk.tap(visitor, 'Confirm');
  const booking = await prisma().booking.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  return { visitor, bookingId: booking.id, place };
}

/** Every webhook that is not lost has come, every clock has run out, and the nightly comparison has been looked through. */
async function comeToRest(): Promise<void> {
  control().misbehave({ drop: false, hold: false, twice: false });
  control().releaseWebhooks();
  await desk.settle();
  const account = await currentAccount(prisma(), desk.scope);
  for (const minutes of [1, 1, 24 * 60 + 1, 24 * 60 + 1]) {
    desk.pass({ minutes });
    await desk.minute();
    // As every night.
    if (account) await reconcile(desk.world, { businessId: desk.scope.businessId, accountId: account.id });
  }
  for (const { id } of await prisma().settlementDifference.findMany({ where: { mendedAt: null } }))
    await mendDifference(at, { difference: id, how: 'taken-in' });
  await desk.settle();
}

/** What is left with the gateway and in the drawer for a booking. */
async function truthOf(run: Run): Promise<number> {
  const links = new Set((await attemptsOf(run)).map(({ linkId }) => linkId));
  const theirs = [...control().account.payments.values()].filter(
    ({ linkId, status }) => links.has(linkId) && (status === 'captured' || status === 'refunded'),
  );
  const gone = theirs.flatMap(({ id }) =>
    control()
      .account.refundsOf(id)
      .filter(({ status }) => status !== 'failed')
      .map(({ amount }) => amount),
  );
  const drawer = await prisma().payment.findMany({
    where: { bookingId: run.bookingId, method: 'cash' },
    include: { refunds: true },
  });
  const counter = drawer.map(
    ({ amountPaise, refunds }) => amountPaise - sum(refunds.map((refund) => refund.amountPaise)),
  );
  return sum(theirs.map(({ amount }) => amount)) - sum(gone) + sum(counter);
}

async function agrees(run: Run): Promise<void> {
  const booking = await bookingOf(run);
  const entries = await listLedger(prisma(), desk.scope, run.bookingId);
  const ledger = foldLedger(entries);
  const truth = await truthOf(run);
  expect(truth).toBeGreaterThanOrEqual(0);
  expect({ ledger: ledger.keptPaise, booking: booking.keptPaise }).toEqual({ ledger: truth, booking: truth });
  expect(ledger.paidPaise - ledger.refundedPaise).toBe(truth);
  expect(ledger.disputed).toEqual([]);
  const payments = await prisma().payment.findMany({
    where: { bookingId: run.bookingId },
    include: { refunds: true },
  });
  for (const { amountPaise, refunds } of payments) {
    const back = refunds.filter(({ status }) => status !== 'failed').map((refund) => refund.amountPaise);
    expect(sum(back)).toBeLessThanOrEqual(amountPaise);
  }
  // A refund that crossed one made on the gateway's own pages is refused there; staff see it as long as money is left.
  const attention = await loadAttention(prisma(), desk.scope, { now: desk.now(), raw: false });
  const stuck = new Set(attention.refunds.map(({ id }) => id));
  for (const { method, amountPaise, refunds } of payments) {
    if (method !== 'gateway') continue;
    const back = sum(refunds.filter(({ status }) => status === 'processed').map((one) => one.amountPaise));
    for (const { id, status } of refunds)
      expect(status === 'processed' || (status === 'failed' && stuck.has(id) === back < amountPaise)).toBe(
        true,
      );
  }
  expect(payments.filter(({ disposition }) => disposition === 'recorded')).toEqual([]);
  const applied = payments.filter(({ disposition }) => disposition === 'applied');
  const cameIn = sum(applied.map(({ amountPaise }) => amountPaise));
  const byStaff = applied.some(({ method, why }) => method === 'cash' || why !== null);
  // Confirmed only if paid enough, or confirmed by staff.
  if (booking.status === 'confirmed')
    expect(byStaff || cameIn >= agreedPrice(entries, booking.pricePaise)).toBe(true);
  else if (truth > 0) {
    // Paid and not confirmed: somebody is asked what is to become of it.
    const waiting = [...attention.payments, ...attention.refunds.map(({ payment }) => payment)];
    expect(waiting.filter((one) => one.booking?.id === run.bookingId)).not.toEqual([]);
  }
  seen(booking.status);
}

test('whatever happens in whatever order, the books are the gateway’s truth and the booking agrees', async () => {
  let place = 0;
  const sequence = fc.array(step, { minLength: 6, maxLength: 10 });
  // Four customers side by side, so that what befalls one may spoil the books of another.
  await fc.assert(
    fc.asyncProperty(fc.tuple(sequence, sequence, sequence, sequence), async (sequences) => {
      const runs: Run[] = [];
      while (runs.length < sequences.length) runs.push(await begin((place += 1)));
      for (let index = 0; index < 10; index += 1)
        for (const [payer, run] of runs.entries()) {
          const each = sequences[payer]?.[index];
          if (each) await perform(run, each, index);
        }
      await comeToRest();
      for (const run of runs) await agrees(run);
    }),
    { numRuns: 8, seed: 20_261_126, endOnFailure: true },
  );
  const wanted = ['confirmed', 'confirmed by late money', 'cancelled', 'expired', 'paid', 'take', 'refund'];
  for (const what of [...wanted, 'refund at the gateway'])
    expect(happened.get(what) ?? 0, what).toBeGreaterThan(0);
}, 300_000);
