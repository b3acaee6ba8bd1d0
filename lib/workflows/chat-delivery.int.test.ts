import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importedPause } from '../tenancy/imported-pause';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { receiveWebhook } from './receive-webhook';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const messagesOf = async (visitor: ChatVisitor) => {
  const { prisma } = desk.db.database;
  return prisma.message.findMany({
    where: { direction: 'out', thread: { customer: { profileName: visitor.phone.name } } },
    orderBy: { position: 'asc' },
  });
};
const lastMessage = async (visitor: ChatVisitor) => (await messagesOf(visitor)).at(-1);
const threadOf = (visitor: ChatVisitor) =>
  desk.db.database.prisma.thread.findFirstOrThrow({
    where: { customer: { profileName: visitor.phone.name } },
  });

/** Bodies that the provider posted, as it posted them. */
const postedBodies = (visitor: ChatVisitor, label: RegExp): string[] =>
  desk.simulator.control
    .exchanges()
    .filter((each) => each.direction === 'webhook' && each.customerId === visitor.phone.id)
    .filter((each) => label.test(each.label))
    .map((each) => each.request);

const postAgain = (body: string) => {
  const connection = desk.world.connectionOf(desk.channel);
  if (connection.provider !== 'cloud-api') throw new Error('The desk’s channel is at Meta.');
  const signature = createHmac('sha256', connection.appSecret).update(body).digest('hex');
  const headers = new Headers({ 'x-hub-signature-256': `sha256=${signature}` });
  const proof = { headers, query: new URLSearchParams() };
  return receiveWebhook(desk.world, desk.channel, new TextEncoder().encode(body), proof);
};

describe('P22 nothing counts as sent that is not delivered', () => {
  test('P22 a second after the 24 hours nothing goes out: it is marked failed and the chat is flagged', async () => {
    const asha = desk.visitor('Asha');
    await desk.hear(asha, 'hi');
    desk.pass({ minutes: 24 * 60, seconds: 1 });
    await desk.settle();
    expect(asha.received()).toEqual([]);
    expect(await lastMessage(asha)).toMatchObject({ status: 'failed', failure: { kind: 'window-closed' } });
    expect((await threadOf(asha)).staffReason).toBe('delivery-failed');
  });

  test('P22 a failure that is told later shows its reason and flags the chat', async () => {
    const bala = desk.visitor('Bala');
    desk.simulator.control.misbehave({ failNext: { code: 131026, times: 1 } });
    await desk.say(bala, 'hi').catch(() => '');
    expect(await lastMessage(bala)).toMatchObject({ status: 'failed', failure: { code: 131026 } });
    expect((await threadOf(bala)).staffReason).toBe('delivery-failed');
  });
});

describe('P23 repeats and disorder change nothing', () => {
  test('P23 the same message five times, two of them at once, has one effect', async () => {
    const chitra = desk.visitor('Chitra');
    desk.simulator.control.misbehave({ sendTwice: true });
    await desk.say(chitra, 'court tomorrow 6 pm');
    desk.simulator.control.misbehave({ sendTwice: false });
    const [body = ''] = postedBodies(chitra, /message text/);
    expect(await postAgain(body)).toEqual({ kind: 'stored' });
    await Promise.all([postAgain(body), postAgain(body)]);
    await desk.settle();
    expect(chitra.received()).toHaveLength(1);
    const { prisma } = desk.db.database;
    const sender = { kind: 'message', senderKey: chitra.phone.bsuid ?? '' };
    expect(await prisma.inboundEvent.count({ where: sender })).toBe(1);
  });

  test('P23 statuses again and in the wrong order leave a read message read', async () => {
    const devi = desk.visitor('Devi');
    desk.simulator.control.change(devi.phone.id, { open: true });
    await desk.say(devi, 'hi');
    expect(await lastMessage(devi)).toMatchObject({ status: 'read' });
    const statuses = postedBodies(devi, /status/);
    expect(statuses.length).toBe(3);
    for (const body of [...statuses].reverse()) await postAgain(body);
    await desk.settle();
    expect(await lastMessage(devi)).toMatchObject({ status: 'read' });
  });

  test('P23 three messages in one breath are answered in their order, and the answers arrive in theirs', async () => {
    const ezhil = desk.visitor('Ezhil');
    for (const words of ['court', 'tomorrow', '6 pm']) ezhil.type(words);
    await desk.settle();
    const written = await messagesOf(ezhil);
    expect(written.map((message) => message.label)).toEqual(['day.ask', 'time.ask', 'attendee.name']);
    expect(ezhil.received().map((message) => message.id)).toEqual(
      written.map((message) => message.providerMessageId),
    );
  });

  test('P23 two taps that arrive in the wrong order act once each and end in one booking', async () => {
    const farid = desk.visitor('Farid');
    await desk.say(farid, 'court tomorrow 7 pm');
    await desk.tap(farid, 'Farid');
    desk.simulator.control.misbehave({ holdNext: 2 });
    farid.tap('Confirm');
    farid.type('thank you');
    await desk.settle();
    const { prisma } = desk.db.database;
    const booked = await prisma.booking.findMany({ where: { customer: { name: 'Farid' } } });
    expect(booked).toMatchObject([{ status: 'confirmed' }]);
    expect(
      farid.received().filter(({ content }) => JSON.stringify(content).includes('Booked!')),
    ).toHaveLength(1);
  });
});

describe('when the provider does not answer', () => {
  test('P22 a message refused three times in an outage is delivered once when it is over', async () => {
    const gopi = desk.visitor('Gopi');
    await desk.hear(gopi, 'hi');
    desk.simulator.control.misbehave({ refuseNext: { code: 131000, times: 3 } });
    for (let round = 0; round < 6; round += 1) {
      await desk.settle();
      desk.pass({ seconds: 10 });
    }
    expect(gopi.received()).toHaveLength(1);
    expect(await lastMessage(gopi)).toMatchObject({ attempts: 4, status: 'delivered', resends: 0 });
  });

  test('P22 what was written during an outage goes out in its order afterwards', async () => {
    const hari = desk.visitor('Hari');
    await desk.hear(hari, 'hi');
    desk.simulator.control.misbehave({ refuseNext: { code: 131016, times: 2 } });
    await desk.settle();
    await desk.hear(hari, 'menu');
    for (let round = 0; round < 6; round += 1) {
      desk.pass({ seconds: 10 });
      await desk.settle();
    }
    const written = await messagesOf(hari);
    expect(written).toHaveLength(2);
    expect(hari.received().map((message) => message.id)).toEqual(
      written.map((message) => message.providerMessageId),
    );
  });

  test('a number that came by an import is not even tried until its credentials are entered', async () => {
    const { prisma } = desk.db.database;
    const nila = desk.visitor('Nila');
    await desk.hear(nila, 'hi');
    await prisma.channel.updateMany({ data: { pausedReason: importedPause } });
    const before = desk.simulator.control.exchanges().length;
    for (let round = 0; round < 4; round += 1) {
      desk.pass({ minutes: 2 });
      await desk.settle();
    }
    expect(desk.simulator.control.exchanges().length).toBe(before);
    expect(await lastMessage(nila)).toMatchObject({ status: 'queued', attempts: 0 });
    await prisma.channel.updateMany({ data: { pausedReason: null } });
    desk.pass({ minutes: 2 });
    await desk.settle();
    expect(await lastMessage(nila)).toMatchObject({ status: 'delivered' });
  });

  test('P22 a refused token pauses the channel, nothing is lost, and the first that goes through ends the pause', async () => {
    const indu = desk.visitor('Indu');
    const jaya = desk.visitor('Jaya');
    await desk.hear(indu, 'hi');
    desk.simulator.control.misbehave({ refuseNext: { code: 190, times: 1 } });
    await desk.settle();
    const { prisma } = desk.db.database;
    expect((await prisma.channel.findFirstOrThrow()).pausedReason).toContain('190');
    desk.pass({ seconds: 5 });
    await desk.say(jaya, 'hi').catch(() => '');
    expect([indu.received().length, jaya.received().length]).toEqual([0, 0]);
    for (let round = 0; round < 3; round += 1) {
      desk.pass({ seconds: 61 });
      await desk.settle();
    }
    expect((await prisma.channel.findFirstOrThrow()).pausedReason).toBeNull();
    expect([indu.received().length, jaya.received().length]).toEqual([1, 1]);
  });
});

describe('when the answer to a call is lost', () => {
  const copies = async (visitor: ChatVisitor) => {
    const message = await lastMessage(visitor);
    return desk.sent.filter((record) => record.opaque === message?.id).length;
  };

  test('P23 a status with our mark settles it: it is not sent twice', async () => {
    const kumar = desk.visitor('Kumar');
    await desk.hear(kumar, 'hi');
    desk.simulator.control.misbehave({ dropAnswers: 1 });
    await desk.settle();
    desk.pass({ minutes: 5 });
    await desk.settle();
    expect(await lastMessage(kumar)).toMatchObject({ status: 'delivered', resends: 0 });
    expect(await copies(kumar)).toBe(1);
  });

  test('P23 without a status it is sent again under the same mark, and counted', async () => {
    const latha = desk.visitor('Latha');
    await desk.hear(latha, 'hi');
    desk.simulator.control.misbehave({ dropAnswers: 1 });
    await desk.work();
    await desk.simulator.control.settled();
    await desk.loseStatuses();
    expect(await lastMessage(latha)).toMatchObject({ status: 'sending' });
    for (let round = 0; round < 4; round += 1) {
      desk.pass({ seconds: 10 });
      await desk.settle();
    }
    expect(await lastMessage(latha)).toMatchObject({ status: 'delivered', resends: 1 });
    expect(await copies(latha)).toBe(2);
  });
});
