import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelBooking } from '../../booking/commands/cancel-booking';
import { holdSlot } from '../../booking/commands/hold-slot';
import { placeBlock } from '../../booking/commands/place-block';
import { releaseHold } from '../../booking/commands/release-hold';
import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { transaction } from '../../db/transaction';
import type { ResourceId, ServiceId } from '../../kernel/ids';
import { ChatVisitor } from '../../testing/chat-visitor';
import { startKillStack, type KillStack } from '../../testing/kill-stack';
import { payuKeys } from '../../testing/payu-account';
import { connectAccount, razorpayKeys } from '../../testing/razorpay-account';
import { seededRandom } from '../../testing/seeded-random';
import { sweepForgotten } from '../sweep-forgotten';
import { askToConfirm } from './ask-payment';
import { settleCancelled } from './settle-change';
import { stopAskingFor } from './stop-asking';
import { sweepPayments } from './sweep-payments';

/** Who pays how: 500 in all. */
const payers = { razorpay: 380, payu: 80, chats: 40 };
const total = payers.razorpay + payers.payu + payers.chats;
const kills = 10;
const pricePaise = 40_000;
const actor = { kind: 'system' } as const;
const hourMs = 3_600_000;
const random = seededRandom(20261126);

let stack: KillStack;
beforeAll(async () => {
  stack = await startKillStack();
}, 120_000);
afterAll(() => stack.close(), 60_000);

/** What a payer, a customer or a rival does once there is a link. */
const stories = {
  razorpay: [
    'pays',
    'pays',
    'pays',
    'pays',
    'fails first',
    'twice',
    'late',
    'late and gone',
    'calls off',
    'calls off late',
    'too little',
    'never',
  ],
  payu: ['pays', 'pays', 'pays', 'twice', 'late', 'late and gone', 'calls off', 'calls off late'],
  chats: ['pays', 'pays', 'fails first', 'twice', 'late', 'late and gone', 'calls off', 'never'],
} as const;
type Way = keyof typeof stories;
type Story = (typeof stories)[Way][number];
type Told = { way: Way; story: Story; bookingId: string };

type End = { status: string; keptPaise: number; went: string[]; backPaise: number };

/** What has to have become of each story, at this price: nothing else will do. */
function endingOf(story: Story, price: number): End {
  const booked = { status: 'confirmed', keptPaise: price };
  switch (story) {
    case 'pays':
    case 'fails first':
    case 'late':
      return { ...booked, went: ['applied'], backPaise: 0 };
    case 'twice':
      return { ...booked, went: ['applied', 'surplus'], backPaise: price };
    case 'late and gone':
      return { status: 'expired', keptPaise: price, went: ['late'], backPaise: 0 };
    case 'calls off':
      return { status: 'cancelled', keptPaise: 0, went: ['surplus'], backPaise: price };
    case 'calls off late':
      // Its money was taken in before or after; all goes back either way.
      return { status: 'cancelled', keptPaise: 0, went: [], backPaise: price };
    case 'too little':
      return { status: 'held', keptPaise: price - 1, went: ['mismatch'], backPaise: 0 };
    case 'never':
      return { status: 'held', keptPaise: 0, went: [], backPaise: 0 };
  }
}

const prisma = () => stack.world.database.prisma;
const act = <T>(work: Parameters<typeof transaction<T>>[1]): Promise<T> =>
  transaction(stack.world.database, work);
const ask = (booking: Booking) =>
  act((tx) => askToConfirm(tx, stack.world, stack.scope, { booking, payHoldMinutes: 20, actor }));
const storyOf = (way: Way, place: number): Story => {
  const list: readonly Story[] = stories[way];
  return list[place % list.length] ?? 'pays';
};

/** Holds a slot of its own for a payer without a chat, and asks for the money. */
async function hold(way: 'razorpay' | 'payu', place: number): Promise<Told> {
  const service = await prisma().service.findFirstOrThrow({ where: { kind: 'court' } });
  const courts = await prisma().resource.findMany({
    where: { kind: 'court' },
    orderBy: { position: 'asc' },
  });
  const slot = way === 'payu' ? payers.razorpay + place : place;
  const court = courts[slot % courts.length];
  const now = new Date();
  const startsAt = new Date(
    Math.ceil(now.getTime() / hourMs) * hourMs + (3 + Math.floor(slot / courts.length)) * hourMs,
  );
  const held = await act((tx) =>
    holdSlot(tx, stack.scope, {
      serviceId: service.id as ServiceId,
      customerId: null,
      attendeeId: null,
      attendeeName: `Payer ${String(slot)}`,
      source: 'chat',
      effectId: `payer:${String(slot)}`,
      actor,
      candidates: [{ resourceId: (court?.id ?? '') as ResourceId, unit: 1, pricePaise, priceLines: [] }],
      startsAt,
      endsAt: new Date(startsAt.getTime() + hourMs),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      holdUntil: new Date(now.getTime() + 600_000),
      now,
    }),
  );
  if (!held.ok) throw new Error('Every payer has a slot of their own.');
  await ask(held.value);
  return { way, story: storyOf(way, place), bookingId: held.value.id };
}

async function inTens<T>(count: number, work: (place: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let place = 0; place < count; place += 10)
    done.push(...(await Promise.all(Array.from({ length: 10 }, (_, each) => work(place + each)))));
  return done;
}

async function until<T>(what: string | (() => string), look: () => T | null | Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const found = await look();
    if (found !== null) return found;
    await sleep(60);
  }
  throw new Error(`Never came: ${typeof what === 'string' ? what : what()}`);
}

/** A customer who books in their chat, up to the link to pay by. */
async function chat(place: number): Promise<Told> {
  const { control } = stack.simulator;
  const name = `Chatter ${String.fromCharCode(65 + (place % 26))}${String.fromCharCode(97 + Math.floor(place / 26))}`;
  const visitor = new ChatVisitor(control, control.createCustomer({ name, identity: 'both' }));
  // Far from the others' slots, and an hour for each: whoever is slower must not be given the court that somebody whose time
  // to pay has passed wants back.
  const day = new Date(Date.now() + (9 + Math.floor(place / 4)) * 24 * hourMs);
  visitor.type(
    `court ${String(day.getUTCDate())}/${String(day.getUTCMonth() + 1)} ${String(8 + (place % 4))} am`,
  );
  const tapWhenOffered = async (title: string) => {
    const stuck = () =>
      `"${title}" for ${name}; last heard: ${visitor.received().length > 0 ? visitor.body() : 'nothing'}`;
    await until(stuck, () =>
      visitor.received().length > 0 && visitor.titles().some((one) => one.includes(title)) ? true : null,
    );
    visitor.tap(title);
  };
  await tapWhenOffered(name);
  await tapWhenOffered('Confirm');
  const bookingId = await until(`a booking of ${name}`, async () => {
    const found = await prisma().booking.findFirst({
      where: { customer: { profileName: name }, attempts: { some: {} } },
    });
    return found?.id ?? null;
  });
  return { way: 'chats', story: storyOf('chats', place), bookingId };
}

const linksOf = (bookingId: string, count = 1): Promise<string[]> =>
  until(`link ${String(count)} of ${bookingId}`, async () => {
    const attempts = await prisma().paymentAttempt.findMany({
      where: { bookingId },
      orderBy: { createdAt: 'asc' },
    });
    const links = attempts.flatMap(({ linkId }) => linkId ?? []);
    return links.length >= count ? links : null;
  });

async function callOff(bookingId: string): Promise<void> {
  await act(async (tx) => {
    const now = new Date();
    const done = await cancelBooking(tx, stack.scope, { bookingId, reason: 'called off', actor, now });
    if (!done.ok) throw new Error(`Could not be called off: ${done.reason}`);
    await settleCancelled(tx, stack.scope, { booking: done.value, actor, now, by: 'venue' });
  });
}

async function takeRivalsBlock(bookingId: string): Promise<void> {
  const { resourceId, startsAt, endsAt } = await prisma().booking.findFirstOrThrow({
    where: { id: bookingId },
  });
  await act((tx) =>
    placeBlock(tx, stack.scope, {
      resourceId: resourceId as ResourceId,
      ...{ kind: 'block', startsAt, endsAt, reason: 'a rival', actor, now: new Date() },
    }),
  );
}

async function live({ story, bookingId }: Told): Promise<void> {
  const rzp = stack.razorpay.control;
  // A payer of PayU's who asks again gets a link of the account that is the club's by then.
  const pay = (link: string): void => {
    if (link.startsWith('plink_')) rzp.pay(link);
    else stack.payu.control.payLink(link);
  };
  const [link = ''] = await linksOf(bookingId);
  await sleep(random.below(200));
  switch (story) {
    case 'pays':
      pay(link);
      return;
    case 'fails first': {
      const failed = rzp.fail(link);
      await sleep(random.below(200));
      rzp.pay(link, { retryOf: failed });
      return;
    }
    case 'twice': {
      await act((tx) => stopAskingFor(tx, stack.scope, { bookingId, now: new Date() }));
      const held = await act((tx) => findBooking(tx, stack.scope, bookingId));
      if (held) await ask(held);
      for (const each of await linksOf(bookingId, 2)) pay(each);
      return;
    }
    case 'late':
    case 'late and gone':
      await act((tx) =>
        releaseHold(tx, stack.scope, { bookingId, actor, now: new Date(), reason: 'not paid in time' }),
      );
      if (story === 'late and gone') await takeRivalsBlock(bookingId);
      pay(link);
      return;
    case 'calls off':
      await callOff(bookingId);
      pay(link);
      return;
    case 'calls off late':
      pay(link);
      await sleep(random.below(400));
      await callOff(bookingId);
      return;
    case 'too little':
      rzp.pay(link, { amountPaise: pricePaise - 1 });
      return;
    case 'never':
      return;
  }
}

/** Webhooks of both gateways come twice, late and newest first; some not at all. */
async function beUnruly(while_: { over: boolean }): Promise<void> {
  const both = [stack.razorpay.control, stack.payu.control];
  while (!while_.over) {
    for (const each of both) each.misbehave({ hold: true });
    await sleep(300);
    for (const each of both) {
      each.misbehave({ hold: false, drop: random.next() < 0.2 });
      each.releaseWebhooks();
    }
    await sleep(200);
  }
  for (const each of both) {
    each.misbehave({ drop: false, hold: false });
    each.releaseWebhooks();
  }
}

/** What a worker's timetable does each minute for messages whose worker has died, brought forward. */
const sweepOften = () =>
  setInterval(() => {
    sweepForgotten(stack.world).catch((error: unknown) => {
      process.stdout.write(`${String(error)}\n`);
    });
  }, 3_000);

async function waiting(): Promise<number> {
  const { rows } = await stack.db.database.pool.query<{ n: number }>(`
    SELECT (SELECT count(*) FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier IN ('open-payment', 'check-payment', 'close-payment', 'handle-gateway-event', 'send-refund'))::int
      + (SELECT count(*) FROM refund WHERE status IN ('requested', 'submitted'))::int
      + (SELECT count(*) FROM payment WHERE disposition = 'recorded')::int
      + (SELECT count(*) FROM gateway_event WHERE status = 'pending')::int
      + (SELECT count(*) FROM inbound_event WHERE status = 'pending')::int
      + (SELECT count(*) FROM message WHERE status IN ('queued', 'sending') AND direction = 'out')::int AS n`);
  return rows[0]?.n ?? 0;
}

/**
 * Looks at every link and refund again as if their time had come, until nothing is left to do. However slow the machine: only
 * when nothing has become less for a long while is something left for good.
 */
async function drain(): Promise<void> {
  const { pool } = stack.db.database;
  const { world } = stack;
  const later = { ...world, clock: { now: () => new Date(Date.now() + 61_000) } };
  let quiet = 0;
  let fewest = Infinity;
  let lastLess = 0;
  for (let round = 0; quiet < 3 && round - lastLess < 150; round += 1) {
    if (round === 0 || round === 6)
      await pool.query(`UPDATE payment_attempt SET next_check_at = now() WHERE status <> 'paid'`);
    await pool.query(`UPDATE refund SET next_try_at = now() WHERE next_try_at IS NOT NULL`);
    await pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND attempts > 0`,
    );
    await sweepPayments(later);
    await sweepForgotten(world);
    await sleep(300);
    const left = await waiting();
    if (left < fewest) {
      fewest = left;
      lastLess = round;
    }
    quiet = round > 8 && left === 0 ? quiet + 1 : 0;
  }
  expect(await waiting()).toBe(0);
}

const sum = (amounts: number[]): number => amounts.reduce((all, one) => all + one, 0);

type Held = { id: string; amountPaise: number; backPaise: number[] };
/** What both gateways hold, and what they have given back. */
function gatewaysTruth(): Held[] {
  const { account: rzp } = stack.razorpay.control;
  const { account: payu } = stack.payu.control;
  const ofRazorpay = [...rzp.payments.values()]
    .filter(({ status }) => status === 'captured' || status === 'refunded')
    .map(({ id, amount }) => ({
      id,
      amountPaise: amount,
      backPaise: rzp.refundsOf(id).flatMap((one) => (one.status === 'failed' ? [] : one.amount)),
    }));
  const ofPayu = payu.transactions
    .filter(({ unmappedstatus }) => unmappedstatus === 'captured')
    .map(({ mihpayid, paidPaise }) => ({
      id: mihpayid,
      amountPaise: paidPaise,
      backPaise: payu.refunds
        .filter((one) => one.mihpayid === mihpayid && one.status !== 'FAILURE')
        .map(({ paise }) => paise),
    }));
  return [...ofRazorpay, ...ofPayu];
}

/** What each chat was told of its money: by our own messages, and how often the provider took each. */
async function toldInChats() {
  const messages = await prisma().message.findMany({
    where: { direction: 'out', effectId: { startsWith: 'payment:' } },
  });
  const takes = new Map<string, number>();
  for (const { opaque } of stack.sent) if (opaque) takes.set(opaque, (takes.get(opaque) ?? 0) + 1);
  const taken = ({ id }: { id: string }) => takes.get(id) ?? 0;
  const of = (kind: string) => messages.filter(({ effectId }) => effectId.endsWith(`:${kind}`));
  return {
    of,
    unsent: messages.filter((message) => taken(message) === 0),
    // Sent again only where a kill made the outcome unknowable.
    repeated: messages.filter((message) => taken(message) > 1 && message.resends === 0),
  };
}

test('workers and the web killed at random moments: the books are the gateways’ truth', async () => {
  await connectAccount(stack.world, stack.scope, payuKeys);
  const told = await inTens(payers.payu, (place) => hold('payu', place));
  await connectAccount(stack.world, stack.scope, razorpayKeys);
  told.push(...(await inTens(payers.razorpay, (place) => hold('razorpay', place))));
  for (const each of [stack.razorpay.control, stack.payu.control]) each.misbehave({ twice: true });
  const killings = { over: false, web: 0, worker: 0 };
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(200 + random.below(700));
      killings[await stack.killOne(random)] += 1;
    }
    killings.over = true;
  })();
  const unruly = beUnruly(killings);
  const net = sweepOften();
  // Payers and chats side by side, in an order that the seed decides.
  const queue = [...told].sort(() => random.next() - 0.5);
  const chatting = Promise.all(
    Array.from({ length: payers.chats }, async (_, place) => {
      const one = await chat(place);
      told.push(one);
      await live(one);
    }),
  );
  const paying = Array.from({ length: 16 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await live(next);
  });
  await Promise.all([chatting, ...paying, killing]);
  await unruly;
  clearInterval(net);
  for (const each of [stack.razorpay.control, stack.payu.control]) await each.settled();
  await drain();
  await stack.simulator.control.settled();

  const truth = gatewaysTruth();
  const payments = await prisma().payment.findMany({ include: { refunds: true } });
  const rows = await prisma().booking.findMany({
    where: { source: 'chat' },
    include: { payments: { include: { refunds: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));

  // Each story ended as it has to, down to the paisa.
  const astray = told.flatMap(({ way, story, bookingId }) => {
    const row = byId.get(bookingId);
    if (!row) throw new Error(`Booking ${bookingId} is gone.`);
    const went = row.payments.map(({ disposition }) => disposition).sort();
    const ended: End = {
      ...{ status: row.status, keptPaise: row.keptPaise },
      went: story === 'calls off late' ? [] : went,
      backPaise: sum(row.payments.flatMap(({ refunds }) => refunds.map(({ amountPaise }) => amountPaise))),
    };
    const wanted = endingOf(story, row.pricePaise);
    return isDeepStrictEqual(ended, wanted) ? [] : [{ way, story, bookingId, ended, wanted }];
  });

  const ours = new Map(payments.map((payment) => [payment.gatewayPaymentId, payment]));
  const differs = truth.filter(({ id, amountPaise, backPaise }) => {
    const own = ours.get(id);
    const gone = own?.refunds.filter(({ status }) => status === 'processed') ?? [];
    return own?.amountPaise !== amountPaise || sum(gone.map((one) => one.amountPaise)) !== sum(backPaise);
  });
  const unknown = payments.length - truth.length;
  const ledgers = rows.filter(({ keptPaise, payments: own }) => {
    const came = sum(own.map(({ amountPaise }) => amountPaise));
    return keptPaise !== came - sum(own.flatMap(({ refunds }) => refunds.map((one) => one.amountPaise)));
  });
  const entries = await prisma().ledgerEntry.groupBy({
    by: ['bookingId'],
    where: { kind: 'payment' },
    _sum: { amountPaise: true },
  });
  const entered = new Map(entries.map(({ bookingId, _sum }) => [bookingId, _sum.amountPaise]));
  const unentered = rows.filter(
    ({ id, payments: own }) => (entered.get(id) ?? 0) !== sum(own.map(({ amountPaise }) => amountPaise)),
  );
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  const unpaid = confirmed.filter((row) => row.keptPaise < row.pricePaise);
  const news = await toldInChats();
  // Money that waits for an answer has been offered one, where there is a chat to do it in.
  const offered = new Set(news.of('payment-late').map(({ effectId }) => effectId.split(':')[1]));
  const stranded = rows.filter(
    ({ status, keptPaise, customerId, payments: own }) =>
      status !== 'confirmed' &&
      keptPaise > 0 &&
      !own.some(
        ({ id, disposition }) =>
          disposition === 'mismatch' || (disposition === 'late' && (customerId === null || offered.has(id))),
      ),
  );
  const doubles =
    truth.filter(({ amountPaise, backPaise }) => backPaise.length > 1 || sum(backPaise) > amountPaise)
      .length + payments.filter(({ refunds }) => refunds.length > 1).length;
  const chats = told.filter(({ way }) => way === 'chats');
  const booked = news.of('payment-received').map(({ effectId }) => effectId.split(':')[1]);
  const misinformed = chats.filter(({ bookingId }) => {
    const row = byId.get(bookingId);
    const times = row?.payments.filter(({ id }) => booked.includes(id)).length ?? 0;
    return times !== (row?.status === 'confirmed' ? 1 : 0);
  });
  const { rows: events } = await stack.db.database.pool.query<{ stored: number; failed: number }>(
    `SELECT count(*)::int AS stored, count(*) FILTER (WHERE status IN ('failed', 'unmatched'))::int AS failed FROM gateway_event`,
  );
  const table: [string, number, number | null][] = [
    ['bookings with a payment asked for', told.length, total],
    ['… of them in real chats', chats.length, payers.chats],
    ['… of them through PayU', told.filter(({ way }) => way === 'payu').length, payers.payu],
    ['kills of the web', killings.web, null],
    ['kills of a worker', killings.worker, null],
    ['webhooks stored', events[0]?.stored ?? 0, null],
    ['webhooks that failed or fit nothing', events[0]?.failed ?? 0, 0],
    ['payments at the gateways', truth.length, null],
    ['bookings confirmed', confirmed.length, null],
    ['refunds', sum(truth.map(({ backPaise }) => backPaise.length)), null],
    ['payments not as the gateway has them', differs.length, 0],
    ['payments the gateway does not have', unknown, 0],
    ['ledgers that do not add up', ledgers.length + unentered.length, 0],
    ['stories that ended otherwise than they must', astray.length, 0],
    ['unpaid confirmed', unpaid.length, 0],
    ['paid, unconfirmed, without offer or refund', stranded.length, 0],
    ['refunded twice', doubles, 0],
    ['chats without exactly one confirmation', misinformed.length, 0],
    ['messages about money never sent', news.unsent.length, 0],
    ['messages sent again without need', news.repeated.length, 0],
  ];
  process.stdout.write(
    `${table.map(([measure, n, must]) => `${String(n).padStart(5)}  ${measure}${must === null ? '' : ` (must be ${String(must)})`}`).join('\n')}\n`,
  );
  expect(astray).toEqual([]);
  for (const [measure, n, must] of table) if (must !== null) expect([measure, n]).toEqual([measure, must]);
  expect(killings.web).toBeGreaterThan(0);
  expect(killings.worker).toBeGreaterThan(0);
}, 900_000);
