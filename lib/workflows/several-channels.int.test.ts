import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import type { StaffActor } from '../tenancy/types';
import { ChatDesk } from '../testing/chat-desk';
import { ChatVisitor } from '../testing/chat-visitor';
import { deskNumber, deskProviders, type DeskProvider } from '../testing/desk-providers';
import { moveChannel, type NewHome } from './move-channel';
import { loadTranscript } from './load-transcript';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const actor: StaffActor = { userId: newId(), name: 'Owner', role: 'owner', address: '::1', agent: 'test' };
const mother = 'Doctor appointment for my mother';

const homeAt = (provider: DeskProvider): NewHome => {
  const { phoneNumberId, credentials } = deskProviders[provider];
  const { wabaId, displayPhone } = deskNumber;
  // Each provider's own credentials, which the compiler cannot follow through the table.
  return { provider, phoneNumberId, wabaId, displayPhone, credentials } as NewHome;
};

test('a customer known on one number is recognised on another of another provider, by phone', async () => {
  const { channel, simulator } = await desk.connect('gupshup', 'second');
  const anbu = desk.visitor('Anbu');
  await desk.say(anbu, `${mother} tomorrow 10:30 am with Dr Priya`);
  await desk.say(anbu, 'Lakshmi 62');
  expect(await desk.tap(anbu, 'Confirm')).toContain('Booked!');

  const waId = anbu.phone.waId ?? '';
  const there = new ChatVisitor(
    simulator.control,
    simulator.control.createCustomer({ name: 'Anbu K', identity: 'phone', waId }),
  );
  const bookings = await desk.say(there, 'my bookings');
  expect(`${bookings} ${there.titles().join(' ')}`).toContain('Dr. Priya Raman');
  expect(await prisma().customer.count({ where: { waId } })).toBe(1);
  const threads = await prisma().thread.findMany({ where: { customer: { waId } } });
  expect(new Set(threads.map(({ channelId }) => channelId))).toEqual(new Set([desk.channel.id, channel.id]));

  // Each chat is answered where it is held.
  const before = anbu.received().length;
  await desk.say(there, 'menu');
  expect(anbu.received()).toHaveLength(before);
});

test('a number that moves keeps its chats, and what waits leaves by the new provider', async () => {
  const kavi = desk.visitor('Kavitha');
  await desk.say(kavi, `${mother} friday 11 am with Dr Priya`);
  await desk.say(kavi, 'Lakshmi 62');
  expect(await desk.tap(kavi, 'Confirm')).toContain('Booked!');
  const waId = kavi.phone.waId ?? '';
  const thread = await prisma().thread.findFirstOrThrow({ where: { customer: { waId } } });

  // One message waits to be sent and another has come in but is not read yet, while the old provider refuses everything.
  desk.simulator.control.misbehave({ refuseNext: { code: 190, times: 100 } });
  await desk.say(kavi, 'menu');
  kavi.type('hours');
  await desk.simulator.control.settled();
  expect(await prisma().message.count({ where: { threadId: thread.id, status: 'queued' } })).toBe(1);
  expect((await prisma().channel.findFirstOrThrow({ where: { key: 'demo' } })).pausedReason).not.toBeNull();

  const d360 = await desk.startProvider('d360', 'demo');
  const moved = await moveChannel(
    { world: desk.world, scope: desk.scope, actor },
    desk.channel.id,
    homeAt('d360'),
  );
  expect(moved).toEqual({ ok: true, webhookUrl: 'http://localhost:3000/api/webhooks/d360/demo' });
  const there = new ChatVisitor(
    d360.control,
    d360.control.createCustomer({ name: 'Kavitha', identity: 'phone', waId }),
  );
  // The window is WhatsApp's and the customer's own; this stand-in has to hear of it too.
  await desk.say(there, 'hello').catch(() => '');
  desk.pass({ minutes: 2 });
  await desk.settle();

  const said = there.received().map(({ content }) => ('body' in content ? content.body : ''));
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(await prisma().message.count({ where: { threadId: thread.id, status: 'queued' } })).toBe(0);
  expect(await prisma().thread.count({ where: { customer: { waId } } })).toBe(1);
  expect(await prisma().message.count({ where: { threadId: thread.id, status: 'failed' } })).toBe(0);
  const shown = await loadTranscript(prisma(), desk.scope, { threadId: thread.id, now: desk.now() });
  expect(JSON.stringify(shown.messages)).toContain('Booked!');

  // The booking made before the move is cancelled after it.
  const words = await desk.say(there, 'cancel my booking');
  if (!words.includes('?')) throw new Error(words);
  await desk.tap(there, 'Yes');
  expect(await prisma().booking.findFirstOrThrow({ where: { customer: { waId } } })).toMatchObject({
    status: 'cancelled',
  });
  const audit = await prisma().auditEntry.findFirstOrThrow({ where: { action: 'channel.move' } });
  expect(audit).toMatchObject({ before: { provider: 'cloud-api' }, after: { provider: 'd360' } });
  expect(JSON.stringify(audit)).not.toContain('test-d360-key');
});

test('what waited in the old provider’s shape is read after the move', async () => {
  const second = await prisma().channel.findFirstOrThrow({ where: { key: 'second' } });
  const event = await prisma().inboundEvent.findFirstOrThrow({
    where: { channelId: second.id, kind: 'message' },
  });
  for (const provider of ['cloud-api', 'd360', 'gupshup'] as const)
    expect(desk.world.adapterOf(provider).read(event.payload)).toMatchObject({ type: 'message' });
});

test('a number is not moved onto another number, a strange channel or broken credentials', async () => {
  const editor = { world: desk.world, scope: desk.scope, actor };
  const home = homeAt('d360');
  expect(await moveChannel(editor, newId(), home)).toEqual({ ok: false, reason: 'not-found' });
  expect(await moveChannel(editor, desk.channel.id, { ...home, displayPhone: '+914400000010' })).toEqual({
    ok: false,
    reason: 'another-number',
  });
  const broken = { ...home, credentials: { apiKey: '', webhookSecret: '' } } as NewHome;
  expect(await moveChannel(editor, desk.channel.id, broken)).toEqual({
    ok: false,
    reason: 'invalid-credentials',
  });
});
