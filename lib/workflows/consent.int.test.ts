import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordConsent } from '../customers/commands/record-consent';
import { getCustomer } from '../customers/queries';
import { transaction } from '../db/transaction';
import { newId } from '../db/new-id';
import type { MessagePurpose } from '../messaging/purpose';
import type { StaffActor } from '../tenancy/types';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { lockThread } from '../threads/commands/lock-thread';
import { saveTurn } from '../threads/commands/save-turn';
import { changeCustomer, eraseCustomer } from './change-customer';
import { noteConsent } from './note-consent';
import { receiveWebhook } from './receive-webhook';
import { replyAsStaff } from './reply-as-staff';
import { takePreferences } from './take-preferences';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const actor: StaffActor = { userId: newId(), name: 'Anbu', role: 'owner', address: '::1', agent: 'test' };

const customerOf = ({ phone }: ChatVisitor) =>
  desk.db.database.prisma.customer.findFirstOrThrow({
    where: { profileName: phone.name },
    include: { threads: true },
    orderBy: { createdAt: 'desc' },
  });

/** Queues a message of ours for them, as any workflow does. */
async function queue(visitor: ChatVisitor, purpose: MessagePurpose, body: string): Promise<void> {
  const [thread] = (await customerOf(visitor)).threads;
  await transaction(desk.world.database, async (tx) => {
    const locked = await lockThread(tx, desk.scope, thread?.id ?? '');
    if (!locked) throw new Error('There is no chat.');
    await saveTurn(tx, desk.scope, {
      channelId: locked.channelId,
      threadId: locked.id,
      firstPosition: locked.nextPosition,
      state: locked.state,
      now: desk.now(),
      messages: [
        {
          ...{ direction: 'out', effectId: newId(), purpose, label: 'test' },
          ...{ content: { kind: 'text', body }, expiresAt: null },
        },
      ],
    });
  });
}

/** Posts a webhook to the desk's channel, signed as Meta signs it. */
const post = (body: string) => {
  const connection = desk.world.connectionOf(desk.channel);
  if (connection.provider !== 'cloud-api') throw new Error('The desk’s channel is at Meta.');
  const signature = createHmac('sha256', connection.appSecret).update(body).digest('hex');
  const headers = new Headers({ 'x-hub-signature-256': `sha256=${signature}` });
  const proof = { headers, query: new URLSearchParams() };
  return receiveWebhook(desk.world, desk.channel, new TextEncoder().encode(body), proof);
};

const messageWith = async (body: string) =>
  desk.db.database.prisma.message.findFirstOrThrow({
    where: { content: { path: ['body'], equals: body } },
    select: { status: true, failure: true },
  });

const refuse = async (visitor: ChatVisitor, purpose: 'own-bookings' | 'reminders' | 'offers') => {
  const { id } = await customerOf(visitor);
  await transaction(desk.world.database, async (tx) => {
    const { id: customerId } = await getCustomer(tx, desk.scope, id);
    await recordConsent(tx, desk.scope, {
      ...{ customerId, purpose, granted: false, source: 'chat', words: 'no', language: 'en' },
      at: desk.now(),
    });
  });
};

test('what they refuse is not queued, and what they have not refused is sent', async () => {
  const visitor = desk.visitor('Refuses');
  await desk.say(visitor, 'hi English');
  await desk.say(visitor, 'stop');
  await queue(visitor, 'offers', 'an offer refused');
  await queue(visitor, 'reminders', 'a reminder refused');
  await queue(visitor, 'own-bookings', 'their own booking');
  await desk.settle();
  const notSent = { status: 'cancelled', failure: { kind: 'opted-out' } };
  expect(await messageWith('an offer refused')).toMatchObject(notSent);
  expect(await messageWith('a reminder refused')).toMatchObject(notSent);
  expect(visitor.body()).toBe('their own booking');
  await desk.say(visitor, 'start');
  await queue(visitor, 'offers', 'an offer again');
  await desk.settle();
  expect(visitor.body()).toBe('an offer again');
});

test('an opt-out between queueing and sending is respected, by however many workers', async () => {
  const visitor = desk.visitor('Meanwhile');
  const before = await desk.say(visitor, 'hi English');
  await queue(visitor, 'offers', 'queued before they refused');
  await refuse(visitor, 'offers');
  await Promise.all([desk.work(), desk.work()]);
  await desk.settle();
  expect(visitor.body()).toBe(before);
  expect(await messageWith('queued before they refused')).toMatchObject({
    status: 'cancelled',
    failure: { kind: 'opted-out' },
  });
});

test("WhatsApp's own switch counts by when it was set, not by when it was heard", async () => {
  const visitor = desk.visitor('Switch');
  await desk.say(visitor, 'hi English');
  const { id, waId } = await customerOf(visitor);
  const said = (granted: boolean, secondsAgo: number) =>
    transaction(desk.world.database, (tx) =>
      takePreferences(tx, desk.world, desk.scope, {
        type: 'preferences',
        purpose: 'offers',
        changes: [
          {
            ...{ sender: { waId: waId ?? '' }, granted, detail: 'switch' },
            at: new Date(desk.now().getTime() - secondsAgo * 1000),
          },
        ],
      }),
    );
  await said(false, 10);
  await said(false, 10);
  await said(true, 20);
  const { prisma } = desk.db.database;
  expect((await prisma.customer.findFirstOrThrow({ where: { id } })).refuses).toEqual(['offers']);
  await said(true, 5);
  expect((await prisma.customer.findFirstOrThrow({ where: { id } })).refuses).toEqual([]);
  expect(await prisma.consentRecord.count({ where: { customerId: id, source: 'whatsapp' } })).toBe(3);
});

test("WhatsApp's own switch is heard from its webhook to what is sent: stop, and resume", async () => {
  const visitor = desk.visitor('Whole way');
  await desk.say(visitor, 'hi English');
  const { waId, bsuid } = await customerOf(visitor);
  const { phone } = visitor;
  const said = async (value: 'stop' | 'resume'): Promise<void> => {
    desk.pass({ seconds: 2 });
    const timestamp = Math.floor(desk.now().getTime() / 1000);
    const { phoneNumberId, wabaId, displayPhone } = desk.channel;
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: wabaId,
          time: timestamp,
          changes: [
            {
              field: 'user_preferences',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: displayPhone, phone_number_id: phoneNumberId },
                contacts: [{ profile: { name: phone.name }, wa_id: waId, user_id: bsuid }],
                user_preferences: [
                  {
                    ...{ wa_id: waId, user_id: bsuid, category: 'marketing_messages', value, timestamp },
                    detail: `User requested to ${value} marketing messages`,
                  },
                ],
              },
            },
          ],
        },
      ],
    });
    // Meta sends what it is not sure about again.
    for (const outcome of [await post(body), await post(body)]) expect(outcome).toEqual({ kind: 'stored' });
    await desk.settle();
  };
  await said('stop');
  await queue(visitor, 'offers', 'an offer to who said stop');
  await queue(visitor, 'reminders', 'a reminder to who said stop');
  await desk.settle();
  expect(await messageWith('an offer to who said stop')).toMatchObject({
    status: 'cancelled',
    failure: { kind: 'opted-out' },
  });
  expect(visitor.body(), 'it is for marketing alone').toBe('a reminder to who said stop');
  await said('resume');
  await queue(visitor, 'offers', 'an offer to who said resume');
  await desk.settle();
  expect(visitor.body()).toBe('an offer to who said resume');
  const { id } = await customerOf(visitor);
  const records = await desk.db.database.prisma.consentRecord.findMany({
    where: { customerId: id, source: 'whatsapp' },
    orderBy: { at: 'asc' },
  });
  expect(records.map(({ granted, purpose }) => [purpose, granted])).toEqual([
    ['offers', false],
    ['offers', true],
  ]);
});

test('error 131050 means that they want no offers', async () => {
  const visitor = desk.visitor('Refused by Meta');
  await desk.say(visitor, 'hi English');
  desk.simulator.control.misbehave({ failNext: { code: 131050, times: 1 } });
  await queue(visitor, 'offers', 'refused by Meta');
  await desk.settle();
  expect(await customerOf(visitor)).toMatchObject({
    refuses: ['offers'],
    threads: [{ staffReason: null }],
  });
});

test('whoever refused and was erased is still opted out when they come back, until they opt in', async () => {
  const visitor = desk.visitor('Comes back');
  await desk.say(visitor, 'stop');
  const { id } = await customerOf(visitor);
  await eraseCustomer(desk.world, desk.scope, { actor, customerId: id });
  const kept = await desk.db.database.prisma.keptRefusal.findMany();
  expect(JSON.stringify(kept)).not.toContain(visitor.phone.waId);
  await desk.say(visitor, 'hi English');
  const back = await customerOf(visitor);
  expect(back.id).not.toBe(id);
  expect(back.refuses).toEqual(['offers', 'reminders']);
  await desk.say(visitor, 'start');
  expect((await customerOf(visitor)).refuses).toEqual([]);
});

test('staff write down what they are told, once, with their name', async () => {
  const visitor = desk.visitor('At the desk');
  await desk.say(visitor, 'hi English');
  const { id: customerId } = await customerOf(visitor);
  const consent = { purpose: 'own-bookings', granted: false, via: 'phone', words: 'call me' } as const;
  await noteConsent(desk.world, desk.scope, { actor, customerId, consent });
  await noteConsent(desk.world, desk.scope, { actor, customerId, consent });
  const { prisma } = desk.db.database;
  expect(await prisma.consentRecord.findMany({ where: { customerId } })).toMatchObject([
    { source: 'staff', via: 'phone', staffId: actor.userId, words: 'call me' },
  ]);
  expect(await prisma.auditEntry.count({ where: { action: 'customer.consent' } })).toBe(1);
  await queue(visitor, 'reminders', 'a reminder of a booking they do not want to hear of');
  expect(await messageWith('a reminder of a booking they do not want to hear of')).toMatchObject({
    status: 'cancelled',
  });
});

test('whoever is blocked costs nothing: what they write is kept, and nothing goes to them', async () => {
  const visitor = desk.visitor('Blocked');
  await desk.say(visitor, 'hi English');
  const { id: customerId, threads } = await customerOf(visitor);
  const threadId = threads[0]?.id ?? '';
  const change = { blocked: true, blockReason: 'Abuse' };
  await changeCustomer(desk.world, desk.scope, { actor, customerId, change });
  const sent = desk.sent.length;
  await desk.say(visitor, 'court tomorrow');
  await queue(visitor, 'asked-for', 'to somebody blocked');
  await desk.settle();
  expect(desk.sent).toHaveLength(sent);
  const { prisma } = desk.db.database;
  expect(await prisma.message.count({ where: { threadId, direction: 'in' } })).toBe(2);
  const reply = { actor, threadId, key: newId(), text: 'hello' };
  expect(await replyAsStaff(desk.world, desk.scope, reply)).toMatchObject({ reason: 'blocked' });
});

test('five hundred messages in a minute bring twenty answers and one asking to slow down', async () => {
  const visitor = desk.visitor('Flood');
  const sent = desk.sent.length;
  for (let n = 0; n < 500; n += 1) visitor.type('hi English');
  await desk.settle();
  expect(desk.sent.length - sent).toBe(21);
  const [thread] = (await customerOf(visitor)).threads;
  expect(thread?.staffReason).toBe('flood');
  const { prisma } = desk.db.database;
  expect(await prisma.message.count({ where: { threadId: thread?.id ?? '', direction: 'in' } })).toBe(500);
  expect(visitor.body()).toContain('a lot at once');
  desk.pass({ minutes: 6 });
  await desk.say(visitor, 'hi English');
  expect(desk.sent.length - sent).toBe(22);
}, 120_000);
