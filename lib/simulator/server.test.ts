import { createServer, type Server } from 'node:http';
import { mkdtempSync, appendFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SimulatorOptions } from './options';
import { startSimulator, type RunningSimulator } from './server';
import type { Customer, SendRecord } from './types';
import { signature } from './webhook-envelope';

type Posted = { raw: string; signed: string | undefined };

let receiver: Server;
let hookUrl: string;
let posted: Posted[];
let answers: number[];
let running: RunningSimulator[];
let nowMs: number;

beforeEach(async () => {
  posted = [];
  answers = [];
  running = [];
  nowMs = Date.parse('2026-11-23T06:00:00Z');
  receiver = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (raw += part));
    request.on('end', () => {
      posted.push({ raw, signed: request.headers['x-hub-signature-256']?.toString() });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  hookUrl = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/hook`;
});

afterEach(async () => {
  for (const each of running) await each.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const start = async (rest: Partial<SimulatorOptions> = {}): Promise<RunningSimulator> => {
  const simulator = await startSimulator({
    port: 0,
    now: () => new Date(nowMs),
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
    retryDelaysMs: [1, 1, 1],
    webhook: {
      url: hookUrl,
      appSecret: 'app secret',
      accessToken: 'token',
      phoneNumberId: '100000000000001',
      wabaId: '200000000000001',
      displayPhone: '+91 44 4000 0001',
    },
    ...rest,
  });
  running.push(simulator);
  return simulator;
};

type Answer = { status: number; body: unknown };

const call = async (
  simulator: RunningSimulator,
  body: unknown,
  rest: { token?: string; path?: string } = {},
): Promise<Answer> => {
  const response = await fetch(`${simulator.url}${rest.path ?? '/v26.0/100000000000001/messages'}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${rest.token ?? 'token'}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

const text = (customer: Customer, body = 'hello', rest: object = {}): object => ({
  messaging_product: 'whatsapp',
  to: `+${customer.waId ?? ''}`,
  type: 'text',
  text: { body },
  ...rest,
});

const changes = (): unknown[] =>
  posted.flatMap((each) => {
    const body = JSON.parse(each.raw) as { entry: { changes: { value: object }[] }[] };
    return body.entry.flatMap((entry) => entry.changes.map((change) => change.value));
  });
const statuses = (): string[] =>
  changes().flatMap((value) =>
    ((value as { statuses?: { status: string }[] }).statuses ?? []).map((each) => each.status),
  );
const inbound = (): { id: string; text?: { body: string } }[] =>
  changes().flatMap(
    (value) => (value as { messages?: { id: string; text?: { body: string } }[] }).messages ?? [],
  );

const greeted = async (
  simulator: RunningSimulator,
  identity: 'phone' | 'bsuid' | 'both' = 'both',
): Promise<Customer> => {
  const customer = simulator.control.createCustomer({ name: 'அன்பு', identity });
  simulator.control.act(customer.id, { type: 'text', body: 'வணக்கம்' });
  await simulator.control.settled();
  return simulator.control.customers().find((each) => each.id === customer.id) ?? customer;
};

const error = (code: number): unknown =>
  expect.objectContaining({ error: expect.objectContaining({ code }) as unknown });

describe('the Graph side', () => {
  test('a wrong token, number or version is refused before anything else', async () => {
    const simulator = await start();
    expect(await call(simulator, {}, { token: 'x' })).toEqual({ status: 401, body: error(190) });
    expect(await call(simulator, {}, { path: '/v26.0/999/messages' })).toEqual({
      status: 400,
      body: error(33),
    });
    expect(await call(simulator, {}, { path: '/v19.0/100000000000001/messages' })).toEqual({
      status: 400,
      body: error(2635),
    });
  });

  test('a message is answered as Meta does and reported sent and delivered with price and mark', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    const answer = await call(simulator, text(customer, 'ok', { biz_opaque_callback_data: 'row 7' }));
    await simulator.control.settled();
    expect(answer.body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: `+${customer.waId ?? ''}`, wa_id: customer.waId }],
      messages: [{ id: expect.stringMatching(/^wamid\./) as unknown }],
    });
    expect(statuses()).toEqual(['sent', 'delivered']);
    expect(changes().at(-1)).toMatchObject({
      metadata: { phone_number_id: '100000000000001', display_phone_number: '914440000001' },
      statuses: [
        {
          recipient_id: customer.waId,
          recipient_user_id: customer.bsuid,
          biz_opaque_callback_data: 'row 7',
          pricing: { pricing_model: 'PMP', category: 'service', type: 'regular' },
        },
      ],
    });
  });

  test('P22 free text is refused a second after 24 hours, a template is not', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    nowMs += 24 * 3_600_000;
    expect((await call(simulator, text(customer))).status).toBe(200);
    nowMs += 1_000;
    expect(await call(simulator, text(customer))).toEqual({ status: 400, body: error(131047) });
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    const sent = await call(simulator, {
      messaging_product: 'whatsapp',
      to: `+${customer.waId ?? ''}`,
      type: 'template',
      template,
    });
    expect(sent.status).toBe(200);
  });

  test('a number that never wrote gets no free text; a template to nobody fails later with 131026', async () => {
    const simulator = await start();
    const stranger = { messaging_product: 'whatsapp', to: '+919999999999' };
    expect((await call(simulator, { ...stranger, text: { body: 'x' } })).body).toEqual(error(131047));
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    expect((await call(simulator, { ...stranger, type: 'template', template })).status).toBe(200);
    await simulator.control.settled();
    expect(changes().at(-1)).toMatchObject({ statuses: [{ status: 'failed', errors: [{ code: 131026 }] }] });
  });

  test('P27 a customer without a number is reached by recipient, never by the id in to', async () => {
    const simulator = await start();
    const customer = await greeted(simulator, 'bsuid');
    expect(inbound()[0]).not.toHaveProperty('from');
    expect(inbound()[0]).toMatchObject({ from_user_id: customer.bsuid });
    const lost = await call(simulator, {
      messaging_product: 'whatsapp',
      to: customer.bsuid,
      text: { body: 'x' },
    });
    expect(lost.status).toBe(200);
    const answer = await call(simulator, {
      messaging_product: 'whatsapp',
      recipient: customer.bsuid,
      text: { body: 'y' },
    });
    expect(answer.body).toMatchObject({ contacts: [{ input: customer.bsuid, user_id: customer.bsuid }] });
    await simulator.control.settled();
    const shown = simulator.control.messages(customer.id).filter((each) => each.from === 'business');
    expect(shown.map((each) => each.content)).toEqual([{ kind: 'text', body: 'y' }]);
  });

  test('the pair rate refuses the 46th message in a row, and can be switched off', async () => {
    const [strict, lenient] = [await start(), await start({ pairRate: false })];
    for (const [simulator, refused] of [
      [strict, 1],
      [lenient, 0],
    ] as const) {
      const customer = await greeted(simulator);
      const codes = await Promise.all(Array.from({ length: 46 }, () => call(simulator, text(customer))));
      expect(codes.filter((each) => each.status === 400)).toHaveLength(refused);
    }
  });

  test('the number refuses more than its throughput with 130429', async () => {
    const simulator = await start({ throughputPerSecond: 2 });
    const customer = await greeted(simulator);
    await call(simulator, text(customer));
    expect((await call(simulator, text(customer))).body).toEqual(error(130429));
  });

  test('marking as read turns the ticks blue, of earlier messages too, and shows typing until the answer', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    const second = simulator.control.act(customer.id, { type: 'text', body: 'again' });
    await simulator.control.settled();
    const read = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: second,
      typing_indicator: { type: 'text' },
    };
    expect((await call(simulator, read)).body).toEqual({ success: true });
    expect(simulator.control.messages(customer.id).map((each) => each.status)).toEqual(['read', 'read']);
    expect(simulator.control.customers()[0]?.typingUntil).toBe('2026-11-23T06:00:25.000Z');
    await call(simulator, text(customer));
    expect(simulator.control.customers()[0]?.typingUntil).toBeNull();
    expect((await call(simulator, { ...read, message_id: 'wamid.none' })).body).toEqual(error(131009));
  });

  test('reactions and what the API cannot show can be marked as read like any message', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    const messageId = simulator.control.messages(customer.id)[0]?.id ?? '';
    const reaction = simulator.control.act(customer.id, { type: 'reaction', messageId, emoji: '👍' });
    const poll = simulator.control.act(customer.id, { type: 'unsupported', what: 'poll' });
    await simulator.control.settled();
    expect(inbound().at(-1)).toMatchObject({ type: 'unsupported', errors: [{ code: 131051 }] });
    for (const id of [reaction, poll]) {
      const read = { messaging_product: 'whatsapp', status: 'read', message_id: id };
      expect((await call(simulator, read)).status).toBe(200);
    }
  });

  test('a reaction shows on its message and gets no further than sent', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    const first = simulator.control.messages(customer.id)[0]?.id;
    const reaction = { message_id: first, emoji: '👍' };
    await call(simulator, {
      messaging_product: 'whatsapp',
      to: `+${customer.waId ?? ''}`,
      type: 'reaction',
      reaction,
    });
    await simulator.control.settled();
    expect(simulator.control.messages(customer.id)[0]?.reaction).toBe('👍');
    expect(statuses()).toEqual(['sent']);
  });

  test('media ids lead to an address that needs the token', async () => {
    const simulator = await start();
    const customer = simulator.control.createCustomer({ name: 'A', identity: 'both' });
    simulator.control.act(customer.id, { type: 'media', media: 'voice' });
    await simulator.control.settled();
    const { audio } = inbound()[0] as { audio?: { id: string; voice: boolean } };
    expect(audio?.voice).toBe(true);
    const headers = { Authorization: 'Bearer token' };
    const described = await fetch(`${simulator.url}/v26.0/${audio?.id ?? ''}`, { headers });
    const { url } = (await described.json()) as { url: string };
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers })).status).toBe(200);
  });
});

describe('the phones', () => {
  test('every webhook is signed over its ASCII bytes', async () => {
    const simulator = await start();
    await greeted(simulator);
    expect(posted[0]?.signed).toBe(signature('app secret', posted[0]?.raw ?? ''));
    expect(posted[0]?.raw).not.toMatch(/[^\x00-\x7f]/);
  });

  test('taps carry the id, the title and the message they answer', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    const buttons = [{ type: 'reply', reply: { id: 'ok', title: 'உறுதி' } }];
    const interactive = { type: 'button', body: { text: '?' }, action: { buttons } };
    await call(simulator, {
      messaging_product: 'whatsapp',
      to: `+${customer.waId ?? ''}`,
      type: 'interactive',
      interactive,
    });
    const shown = simulator.control.messages(customer.id).at(-1);
    simulator.control.act(customer.id, { type: 'tap-button', messageId: shown?.id ?? '', buttonId: 'ok' });
    await simulator.control.settled();
    expect(inbound().at(-1)).toMatchObject({
      context: { from: '914440000001', id: shown?.id },
      interactive: { type: 'button_reply', button_reply: { id: 'ok', title: 'உறுதி' } },
    });
  });

  test('ticks of a customer message: one when sent, two when the webhook was answered 200', async () => {
    answers = [500, 503];
    const simulator = await start({ retryDelaysMs: [1, 50] });
    const customer = simulator.control.createCustomer({ name: 'A', identity: 'phone' });
    simulator.control.act(customer.id, { type: 'text', body: 'hi' });
    expect(simulator.control.messages(customer.id)[0]?.status).toBe('sent');
    await simulator.control.settled();
    expect(posted.map((each) => each.raw)).toEqual(Array(3).fill(posted[0]?.raw));
    expect(simulator.control.messages(customer.id)[0]?.status).toBe('delivered');
  });

  test('an open chat reads on arrival, a closed one when opened, a switched-off phone waits', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    simulator.control.change(customer.id, { online: false });
    await call(simulator, text(customer));
    await simulator.control.settled();
    expect(statuses()).toEqual(['sent']);
    simulator.control.change(customer.id, { online: true });
    expect(simulator.control.customers()[0]?.unread).toBe(1);
    simulator.control.change(customer.id, { open: true });
    await simulator.control.settled();
    expect(statuses()).toEqual(['sent', 'delivered', 'read']);
    await call(simulator, text(customer));
    await simulator.control.settled();
    expect(statuses().slice(3)).toEqual(['sent', 'delivered', 'read']);
  });
});

describe('misbehaving', () => {
  test('P23 send twice posts the same wamid twice', async () => {
    const simulator = await start();
    simulator.control.misbehave({ sendTwice: true });
    await greeted(simulator);
    expect(inbound()).toHaveLength(2);
    expect(inbound()[0]).toEqual(inbound()[1]);
  });

  test('P23 held messages come in reverse order', async () => {
    const simulator = await start();
    const customer = simulator.control.createCustomer({ name: 'A', identity: 'both' });
    simulator.control.misbehave({ holdNext: 3 });
    for (const body of ['1', '2', '3']) simulator.control.act(customer.id, { type: 'text', body });
    await simulator.control.settled();
    expect(inbound().map((each) => each.text?.body)).toEqual(['3', '2', '1']);
    expect(simulator.control.snapshot().misbehaviour).toMatchObject({ holdNext: 0, held: 0 });
  });

  test('the next delivery fails with the chosen code, once', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    simulator.control.misbehave({ failNext: { code: 131049, times: 1 } });
    await call(simulator, text(customer));
    await simulator.control.settled();
    await call(simulator, text(customer));
    await simulator.control.settled();
    expect(statuses()).toEqual(['failed', 'sent', 'delivered']);
    expect(changes().find((value) => JSON.stringify(value).includes('failed'))).toMatchObject({
      statuses: [{ errors: [{ code: 131049, error_data: { details: expect.any(String) as unknown } }] }],
    });
  });

  test('a cut answer leaves the message sent and the sender in doubt', async () => {
    const records: SendRecord[] = [];
    const simulator = await start({ onSend: (record) => records.push(record) });
    const customer = await greeted(simulator);
    simulator.control.misbehave({ dropAnswers: 1 });
    await expect(call(simulator, text(customer))).rejects.toThrow();
    await simulator.control.settled();
    expect(records).toMatchObject([{ customerId: customer.id, answerDropped: true }]);
    expect(statuses()).toEqual(['sent', 'delivered']);
  });

  test('the next calls are refused with the chosen code and nothing is sent', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    simulator.control.misbehave({ refuseNext: { code: 131000, times: 2 } });
    expect(await call(simulator, text(customer))).toEqual({ status: 500, body: error(131000) });
    expect((await call(simulator, text(customer))).status).toBe(500);
    expect((await call(simulator, text(customer))).status).toBe(200);
    expect(simulator.control.counters()).toMatchObject({ accepted: 1, refused: 2 });
  });

  test('statuses can be repeated and batched into one body', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    simulator.control.misbehave({ duplicateStatuses: true, batchMs: 40 });
    posted = [];
    await call(simulator, text(customer));
    await simulator.control.settled();
    expect(posted).toHaveLength(1);
    expect(statuses().sort()).toEqual(['delivered', 'delivered', 'sent', 'sent']);
  });
});

describe('keeping', () => {
  test('chats survive a restart and a torn last line; what was never acknowledged is posted again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const file = join(folder, 'simulator.jsonl');
    answers = [500];
    const first = await start({ file, retryDelaysMs: [] });
    const customer = first.control.createCustomer({ name: 'அன்பு', identity: 'both' });
    first.control.act(customer.id, { type: 'text', body: 'hi' });
    await first.control.settled();
    await first.close();
    appendFileSync(file, '{"t":"message","mess');
    const second = await start({ file });
    await second.control.settled();
    expect(second.control.messages(customer.id)).toMatchObject([
      { content: { body: 'hi' }, status: 'delivered' },
    ]);
    expect(inbound()).toHaveLength(2);
    expect(second.control.createCustomer({ name: 'B', identity: 'both' }).id).toBe('c2');
    rmSync(folder, { recursive: true });
  });

  test('the log holds calls and webhooks with their answers and never the token', async () => {
    const simulator = await start();
    const customer = await greeted(simulator);
    await call(simulator, text(customer));
    await simulator.control.settled();
    const exchanges = simulator.control.exchanges();
    expect(exchanges.map((each) => [each.direction, each.status])).toContainEqual(['call', 200]);
    expect(exchanges.every((each) => each.durationMs !== null)).toBe(true);
    expect(JSON.stringify(simulator.control.snapshot())).not.toContain('token');
  });

  test('without history nothing piles up and every send is still reported', async () => {
    const records: SendRecord[] = [];
    const simulator = await start({
      history: 'none',
      pairRate: false,
      onSend: (record) => records.push(record),
    });
    const customer = await greeted(simulator);
    for (let index = 0; index < 20; index += 1) await call(simulator, text(customer, String(index)));
    await simulator.control.settled();
    expect(records).toHaveLength(20);
    expect(simulator.control.messages(customer.id)).toEqual([]);
    expect(simulator.control.exchanges()).toEqual([]);
  });

  test('the feed begins with a snapshot and then tells each change', async () => {
    const simulator = await start();
    const response = await fetch(`${simulator.url}/_phone/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('"type":"snapshot"');
    simulator.control.createCustomer({ name: 'A', identity: 'both' });
    expect((await reader?.read())?.value).toContain('"type":"customer"');
    await reader?.cancel();
  });

  test('a wrong request to the phones names what is wrong', async () => {
    const simulator = await start();
    const post = async (path: string, body: string): Promise<Answer> => {
      const response = await fetch(`${simulator.url}/_phone/${path}`, { method: 'POST', body });
      return { status: response.status, body: await response.json() };
    };
    expect(await post('customers', '{"name":" "}')).toEqual({
      status: 400,
      body: { error: 'name: A name is needed.' },
    });
    expect((await post('customers/c9/actions', '{"type":"text","body":"x"}')).status).toBe(404);
    expect((await post('misbehave', '{"failNext":{"code":7,"times":1}}')).status).toBe(400);
    expect((await post('nothing', '{}')).status).toBe(404);
    expect((await post('customers', '{')).status).toBe(400);
  });
});
