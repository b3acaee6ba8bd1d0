import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/client';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import { ChatDesk } from '../../testing/chat-desk';
import { applyStatuses } from '../../outbox/commands/settle-message';
import type { PricedStatus } from '../../costs/types';
import { sendReminders } from '../reminders/send-reminders';
import { charge } from './charge';
import { removeMessagePrice, saveMessageBudget, saveMessagePrice } from './change-costs';
import { loadMessageAttention, loadCosts } from './load-costs';

// 07:10 on 24 November 2026 at the club; answers cost ₹0.115 each since 1 October.
let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  ({ prisma } = desk.db.database);
});
afterAll(() => desk.close());

let prisma: Db;
const costs = (month?: string) => loadCosts(prisma, desk.scope, { month, now: desk.now() });

test('every delivered message is charged once, whatever is reported again and in what order', async () => {
  const asha = desk.visitor('Asha');
  await desk.say(asha, 'court tomorrow 6 pm');
  await desk.tap(asha, 'Asha');
  await desk.tap(asha, 'Confirm');
  const first = await costs();
  expect(first).toMatchObject({
    month: '2026-11',
    messages: 3,
    milliPaise: 3 * 11_500,
    unpriced: 0,
    customers: 1,
  });
  expect(first.days).toEqual([{ date: '2026-11-24', category: 'service', messages: 3, milliPaise: 34_500 }]);
  expect(first.purposes).toEqual([{ purpose: 'asked-for', messages: 3, milliPaise: 34_500 }]);
  expect(first.dearest).toMatchObject([{ name: 'Asha', messages: 3 }]);
  expect(first.bookings).toBe(1);

  const message = await prisma.message.findFirstOrThrow({ where: { direction: 'out' } });
  await report(message, ['delivered', 'read', 'delivered', 'sent']);
  expect(await costs()).toMatchObject({ messages: 3, milliPaise: 34_500 });
});

test('a price told with "sent" counts once the message is delivered, and never where it is not', async () => {
  const { message } = await written();
  const before = await costs();
  await report(message, ['sent']);
  expect(await costs()).toMatchObject({ messages: before.messages });
  await report(message, ['read'], null);
  expect(await costs()).toMatchObject({
    messages: before.messages + 1,
    milliPaise: before.milliPaise + 11_500,
  });
});

test('what the provider gives for nothing is free; what nobody knows the price of is said to be so', async () => {
  const before = await costs();
  await report((await written()).message, ['delivered'], {
    category: 'utility',
    type: 'free_customer_service',
  });
  await report((await written()).message, ['delivered'], { category: 'authentication-international' });
  const after = await costs();
  expect(after).toMatchObject({
    milliPaise: before.milliPaise,
    free: before.free + 1,
    unpriced: before.unpriced + 1,
  });
});

test('an own price holds from its day on, and until it is taken away; a message stays as it was charged', async () => {
  const editor = owner();
  const price = { country: 'IN', category: 'utility' as const, milliPaise: 20_000 };
  await saveMessagePrice(editor, { ...price, from: '2026-11-24' });
  await saveMessagePrice(editor, { ...price, from: '2026-11-25', milliPaise: 30_000 });
  const charged = async (): Promise<number | null> => {
    const { message } = await written();
    await report(message, ['delivered'], { category: 'utility' });
    return (await prisma.message.findFirstOrThrow({ where: { id: message.id } })).costMilliPaise;
  };
  expect(await charged()).toBe(20_000);
  const prices = await desk.world.messagePrices?.(prisma, desk.scope, {
    channelId: desk.channel.id,
    now: desk.now(),
  });
  expect(prices).toMatchObject({
    utilityMilliPaise: 20_000,
    utilityInWindowMilliPaise: 20_000,
    serviceMilliPaise: 11_500,
  });
  expect(prices?.freeServiceLeft).toBe(1000 - 4);
  const own = (await costs()).prices.filter((one) => one.own !== null);
  for (const one of own) await removeMessagePrice(editor, one.own ?? '');
  expect(await charged()).toBe(11_500);
  await expect(removeMessagePrice(editor, newId())).rejects.toMatchObject({ code: 'not-found' });
});

test('the owner is warned at 80 % of the budget and at all of it', async () => {
  const editor = owner();
  const { milliPaise } = await costs();
  const state = () => loadMessageAttention(prisma, desk.scope, desk.now());
  expect((await state()).state).toBe('none');
  await saveMessageBudget(editor, 100 * Math.ceil(milliPaise / 100_000 + 1));
  expect((await state()).state).toMatch(/ok|near/);
  await prisma.message.updateMany({
    where: { chargedAt: { not: null } },
    data: { costMilliPaise: 1_000_000 },
  });
  expect((await state()).state).toBe('over');
  expect((await costs()).budget.state).toBe('over');
  expect((await costs('2026-10')).budget, 'another month is looked at').toEqual((await costs()).budget);
  expect(await costs('2026-10')).toMatchObject({ messages: 0, milliPaise: 0 });
});

test('a reminder rule shows what it cost and how many visits were missed with it and without', async () => {
  const bala = desk.visitor('Bala');
  await desk.say(bala, 'court tomorrow 7 pm');
  await desk.tap(bala, 'Bala');
  await desk.tap(bala, 'Confirm');
  const booking = await prisma.booking.findFirstOrThrow({ where: { attendeeName: 'Bala' } });
  await prisma.reminderRule.updateMany({ data: { createdAt: desk.now() } });
  desk.pass({ seconds: (booking.startsAt.getTime() - desk.now().getTime()) / 1000 - 1439 * 60 });
  await sendReminders(desk.world);
  await desk.settle();
  await prisma.booking.update({
    where: { businessId_id: { businessId: desk.scope.businessId, id: booking.id } },
    data: { status: 'no-show' },
  });
  desk.pass({ minutes: 1500 });
  const rules = (await costs()).rules.filter((one) => one.kind === 'before');
  const day = rules.find((one) => one.minutes === 1440 && one.sent > 0);
  expect(day).toMatchObject({
    sent: 2,
    milliPaise: 2 * 11_500,
    with: { visits: 2, noShows: 1 },
    savedPaise: null,
  });
  const hours = rules.find((one) => one.minutes === 120 && one.service.en === day?.service.en);
  expect(hours).toMatchObject({ sent: 0, with: { visits: 0 }, without: { visits: 2, noShows: 1 } });
});

const owner = () => ({
  world: desk.world,
  scope: desk.scope,
  actor: { userId: newId(), name: 'Owner', role: 'owner' as const, address: '', agent: '' },
});

/** A message of ours that the provider has taken and reports nothing about yet. */
async function written() {
  const thread = await prisma.thread.findFirstOrThrow();
  const message = await prisma.message.create({
    data: {
      businessId: desk.scope.businessId,
      id: newId(),
      threadId: thread.id,
      position: 100_000 + (await prisma.message.count()),
      direction: 'out',
      effectId: newId(),
      label: 'test',
      content: {},
      status: 'accepted',
      createdAt: desk.now(),
      sentAt: desk.now(),
    },
  });
  return { message };
}

/** The provider's statuses of it, each in a transaction of its own, with what they say about the price. */
async function report(
  { id, providerMessageId }: { id: string; providerMessageId: string | null },
  statuses: PricedStatus['status'][],
  pricing: PricedStatus['pricing'] = { category: 'service', type: 'regular', billable: true },
): Promise<void> {
  for (const status of statuses)
    await transaction(desk.db.database, async (tx) => {
      const one = {
        businessId: desk.scope.businessId,
        opaque: id,
        externalId: providerMessageId ?? `wamid.${id}`,
        status,
        at: desk.now(),
        pricing,
      };
      await applyStatuses(tx, [{ ...one, failure: null }]);
      await charge(tx, [one]);
    });
}
