import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../db/new-id';
import type { StaffActor } from '../../tenancy/types';
import type { ChannelForm } from '../../tenancy/channels/schema';
import { storeEvents } from '../../inbox/commands/store-events';
import { findChannelByKey } from '../../tenancy/queries';
import { ChatDesk } from '../../testing/chat-desk';
import { deskNumber, deskProviders, metasCredentials, otherProviders } from '../../testing/desk-providers';
import type { World } from '../types';
import { archiveChannel } from './archive-channel';
import { sendTest, setChannelWebhook } from './ask-provider';
import { checkAllChannels } from './check-channel';
import { connectNumber, renewNumber } from './connect-channel';
import { countChannelAttention, loadChannel, loadChannels } from './load-channels';
import { seeChannelAlerts } from './see-alerts';
import { noteFirstEvent, noteStranger, verifyWebhook } from './verify-webhook';

// A club on a real database and the stand-ins of all providers: what an owner does on the pages, by the workflows behind them.

let desk: ChatDesk;
let door: Server;
/** The desk's world, as it is reached where providers can call it. */
let world: World;
const actor: StaffActor = {
  userId: newId(),
  name: 'Kavitha',
  role: 'owner',
  address: '127.0.0.1',
  agent: 'test',
};
const view = { onpremises: true };

beforeAll(async () => {
  desk = await ChatDesk.open();
  door = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    void findChannelByKey(desk.world.database.prisma, pathname.slice(1)).then(async (channel) => {
      const challenge = channel ? await verifyWebhook(world, channel, searchParams) : null;
      response.writeHead(challenge === null ? 403 : 200).end(challenge ?? '');
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo; the type also allows pipes.
  const { port } = door.address() as AddressInfo;
  world = {
    ...desk.world,
    connectionOf: (channel) => ({
      ...desk.world.connectionOf(channel),
      webhookUrl: `http://127.0.0.1:${String(port)}/${channel.key}`,
    }),
  };
});
afterAll(async () => {
  await new Promise((resolve) => door.close(resolve));
  await desk.close();
});

const editor = () => ({ world, scope: desk.scope, actor });
const load = (id: string) => loadChannel(world, desk.scope, id, view);
const codesOf = async (id: string): Promise<string[]> => (await load(id)).findings.map(({ code }) => code);

const meta: ChannelForm = {
  provider: 'cloud-api',
  phoneNumberId: deskNumber.phoneNumberId,
  wabaId: deskNumber.wabaId,
  accessToken: metasCredentials.accessToken,
  appSecret: metasCredentials.appSecret,
};

test('a number answers in one place only', async () => {
  await expect(connectNumber(editor(), meta)).rejects.toMatchObject({
    code: 'conflict',
    fields: [{ path: 'provider', message: 'number-twice' }],
  });
});

test('a number out of use takes nothing in, sends nothing, and can come back', async () => {
  const { id } = desk.channel;
  const own = desk.visitor('Anbu');
  await desk.say(own, 'hello');
  const answers = own.received().length;
  await archiveChannel(editor(), { channelId: id, archived: true });
  expect(await findChannelByKey(world.database.prisma, 'demo')).toBeNull();
  expect((await load(id)).state).toBe('archived');
  own.type('menu');
  await desk.simulator.control.settled();
  await desk.work();
  expect(own.received()).toHaveLength(answers);
  await archiveChannel(editor(), { channelId: id, archived: false });
  expect((await load(id)).state).toBe('well');
  await archiveChannel(editor(), { channelId: id, archived: true });
});

let connected = '';

test('the keys are asked about at once, and each finding says what is wrong', async () => {
  const made = await connectNumber(editor(), { ...meta, accessToken: 'EAAGwrong' });
  connected = made.id;
  expect(await codesOf(connected)).toEqual(['token-wrong']);
  await expect(
    renewNumber(editor(), connected, { ...meta, accessToken: '', wabaId: '999999' }),
  ).resolves.toBeUndefined();
  expect(await codesOf(connected)).toEqual(['token-wrong']);
  await renewNumber(editor(), connected, { ...meta, appSecret: 'other' });
  expect(await codesOf(connected)).toContain('secret-wrong');
  await renewNumber(editor(), connected, meta);
  const shown = await load(connected);
  expect(shown).toMatchObject({
    state: 'connecting',
    messagingLimitTier: 'TIER_2K',
    qualityRating: 'GREEN',
    phone: deskNumber.displayPhone,
    callback: { settable: true, reachable: false, secret: { kind: 'verify-token' } },
  });
  expect(shown.findings.map(({ code }) => code)).toContain('webhook-elsewhere');
  for (const secret of Object.values(metasCredentials).slice(0, 2))
    expect(JSON.stringify(shown)).not.toContain(secret);
});

test('a field left empty keeps what is sealed, and a missing one is named', async () => {
  await renewNumber(editor(), connected, { ...meta, accessToken: '', appSecret: '' });
  expect(await codesOf(connected)).toContain('secret-good');
  await expect(
    connectNumber(editor(), { ...meta, phoneNumberId: '111111', accessToken: '' }),
  ).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'accessToken', message: 'wanted' }] });
});

test('Meta’s request for verification is waited for, right or wrong', async () => {
  const channel = await findChannelByKey(world.database.prisma, (await load(connected)).key);
  if (!channel) throw new Error('It is connected.');
  const ask = (token: string) =>
    verifyWebhook(
      world,
      channel,
      new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '7', 'hub.verify_token': token }),
    );
  expect(await ask('wrong')).toBeNull();
  expect(await load(connected)).toMatchObject({ verifiedAt: null, unprovedAt: desk.now().toISOString() });
  const { secret } = (await load(connected)).callback;
  expect(await ask(secret?.value ?? '')).toBe('7');
  expect(await load(connected)).toMatchObject({ verifiedAt: desk.now().toISOString(), unprovedAt: null });
});

test('the address is entered at Meta for the owner, and is asked at once', async () => {
  expect(await setChannelWebhook(editor(), connected)).toEqual({ ok: true });
  expect(await codesOf(connected)).toContain('webhook-good');
  expect((await load(connected)).state).toBe('well');
  const refused = await setChannelWebhook({ ...editor(), world: desk.world }, connected);
  expect(refused).toMatchObject({ ok: false, code: 2200 });
  expect(await codesOf(connected)).toContain('webhook-elsewhere');
  await setChannelWebhook(editor(), connected);
});

test('the sample goes to the owner’s phone, or Meta says why not', async () => {
  const own = desk.visitor('Owner', 'phone');
  const phone = `+${own.phone.waId ?? ''}`;
  expect(await sendTest(editor(), { channelId: connected, phone })).toEqual({ ok: true });
  await desk.simulator.control.settled();
  expect(own.received().at(-1)?.content).toMatchObject({ kind: 'template', name: 'hello_world' });
  expect((await load(connected)).testedAt).toBe(desk.now().toISOString());
  desk.simulator.control.misbehave({ refuseNext: { code: 131042, times: 1 } });
  expect(await sendTest(editor(), { channelId: connected, phone })).toMatchObject({
    ok: false,
    code: 131042,
  });
  await expect(sendTest(editor(), { channelId: connected, phone: '12' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a number is looked at again every day, and what is wrong is counted', async () => {
  expect(await countChannelAttention(world, desk.scope)).toEqual({ count: 0 });
  desk.simulator.control.changeStanding({ quality: 'RED' });
  await checkAllChannels(desk.world);
  await desk.work();
  expect((await load(connected)).qualityRating).toBe('GREEN');
  desk.pass({ minutes: 24 * 60 });
  await checkAllChannels(desk.world);
  await desk.work();
  expect(await load(connected)).toMatchObject({ qualityRating: 'RED', checkedAt: desk.now().toISOString() });
  expect((await countChannelAttention(world, desk.scope)).count).toBeGreaterThan(0);
  desk.simulator.control.changeStanding({ quality: 'GREEN' });
  await renewNumber(editor(), connected, meta);
});

test('what Meta says of the account is kept, counted until it is seen, and asked about', async () => {
  await archiveChannel(editor(), { channelId: connected, archived: true });
  await archiveChannel(editor(), { channelId: desk.channel.id, archived: false });
  const before = (await countChannelAttention(world, desk.scope)).count;
  const tell = async (field: string, value: object): Promise<void> => {
    const raw = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: deskNumber.wabaId, time: 1, changes: [{ field, value }] }],
    });
    const events = world
      .adapterOf('cloud-api')
      .split(world.connectionOf(desk.channel), new TextEncoder().encode(raw));
    const given = { channelId: desk.channel.id, events: events ?? [], now: desk.now() };
    await storeEvents(world.database.pool, desk.scope, given);
    await desk.work();
    await desk.work();
  };
  await tell('phone_number_quality_update', { display_phone_number: '919999999999', event: 'FLAGGED' });
  expect((await load(desk.channel.id)).alerts).toEqual([]);
  await tell('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: [] });
  await tell('phone_number_name_update', {
    display_phone_number: deskNumber.displayPhone.slice(1),
    decision: 'APPROVED',
  });
  const shown = await load(desk.channel.id);
  expect(shown.alerts.map(({ kind, urgent, seen }) => [kind, urgent, seen])).toEqual([
    ['name-changed', false, false],
    ['account-restricted', true, false],
  ]);
  expect(shown.checkedAt).toBe(desk.now().toISOString());
  expect((await countChannelAttention(world, desk.scope)).count).toBeGreaterThan(before);
  await seeChannelAlerts(editor(), desk.channel.id);
  expect((await load(desk.channel.id)).alerts.every(({ seen }) => seen)).toBe(true);
  await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } });
  expect((await load(desk.channel.id)).state).toBe('paused');
  await archiveChannel(editor(), { channelId: desk.channel.id, archived: true });
});

test.each(otherProviders)('a number is connected through %s', async (provider) => {
  const { credentials } = deskProviders[provider];
  const given = credentials as Record<string, string>;
  const phone = deskNumber.displayPhone;
  const forms: Record<typeof provider, ChannelForm> = {
    d360: { provider: 'd360', phone, phoneNumberId: '', apiKey: given['apiKey'] ?? '', partnerSecret: '' },
    gupshup: {
      provider: 'gupshup',
      phone,
      apiKey: given['apiKey'] ?? '',
      appName: given['appName'] ?? '',
      appId: given['appId'] ?? '',
    },
    twilio: {
      provider: 'twilio',
      phone,
      accountSid: given['accountSid'] ?? '',
      authToken: given['authToken'] ?? '',
    },
    onprem: {
      provider: 'onprem',
      phone,
      username: given['username'] ?? '',
      password: given['password'] ?? '',
      namespace: '',
    },
  };
  await desk.startProvider(provider, `new-${provider}`);
  const { id } = await connectNumber(editor(), forms[provider]);
  expect(await codesOf(id)).toContain('token-good');
  expect((await load(id)).state).toBe('connecting');
  if ((await load(id)).callback.settable) {
    expect(await setChannelWebhook(editor(), id)).toEqual({ ok: true });
    expect(await codesOf(id)).toContain('webhook-good');
  } else await expect(setChannelWebhook(editor(), id)).rejects.toMatchObject({ code: 'conflict' });
  const channel = await findChannelByKey(world.database.prisma, (await load(id)).key);
  if (!channel) throw new Error('It is connected.');
  await noteStranger(world, channel);
  expect((await load(id)).unprovedAt).not.toBeNull();
  await noteFirstEvent(world, channel);
  expect(await load(id)).toMatchObject({ unprovedAt: null, verifiedAt: desk.now().toISOString() });
  const page = await loadChannels(world, desk.scope, view);
  expect(page.channels.find((one) => one.id === id)).toMatchObject({ provider, archived: false });
  await archiveChannel(editor(), { channelId: id, archived: true });
});

test('a number moves to another provider by its new keys', async () => {
  await archiveChannel(editor(), { channelId: connected, archived: false });
  await desk.startProvider('twilio', 'moved');
  const { accountSid, authToken } = deskProviders.twilio.credentials;
  const form = { provider: 'twilio' as const, phone: deskNumber.displayPhone, accountSid, authToken };
  await expect(renewNumber(editor(), connected, { ...form, phone: '+919800000000' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await renewNumber(editor(), connected, form);
  expect(await load(connected)).toMatchObject({ provider: 'twilio', known: { accountSid } });
  const acts = await world.database.prisma.auditEntry.findMany({ select: { action: true, after: true } });
  expect(new Set(acts.map(({ action }) => action))).toEqual(
    new Set(['channel.connect', 'channel.renew', 'channel.move', 'channel.archive', 'channel.restore']),
  );
  expect(JSON.stringify(acts)).not.toContain(authToken);
});

test('failures are counted by what they mean', async () => {
  const { prisma } = world.database;
  const thread = await prisma.thread.findFirstOrThrow({ where: { channelId: desk.channel.id } });
  const wrote = await prisma.message.findFirstOrThrow({
    where: { threadId: thread.id, direction: 'out' },
  });
  await prisma.message.updateMany({
    where: { id: wrote.id },
    data: {
      status: 'failed',
      createdAt: desk.now(),
      failure: { kind: 'rejected', code: 131049, detail: 'Not delivered' },
    },
  });
  const shown = await load(desk.channel.id);
  expect(shown.failures).toMatchObject([{ kind: 'rejected', code: 131049, count: 1 }]);
  expect(shown.lastInboundAt).not.toBeNull();
  expect(shown.lastOutboundAt).not.toBeNull();
});
