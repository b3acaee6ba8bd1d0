import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAdapter, ChannelConnection, ChannelFailureKind, SendRequest } from '../channels/types';
import { ChannelFailure } from '../channels/types';
import { type HttpStub, type StubAnswer, type StubRequest, startHttpStub } from './http-stub';

/** What one provider looks like from outside, so that all of them pass the same tests. */
export type ChannelHarness = {
  /** A fresh adapter that waits no longer than this for an answer. */
  createAdapter(timeoutMs: number): ChannelAdapter;
  connection(apiUrl: string): ChannelConnection;
  /** Everything that must never be seen in an error. */
  secrets(connection: ChannelConnection): string[];
  webhook: {
    /** A body with one text message, and one with several; `ids` in order. */
    texts(ids: readonly string[], text: string): Uint8Array;
    status(id: string, status: 'sent' | 'delivered' | 'read' | 'failed', opaque: string): Uint8Array;
    sign(connection: ChannelConnection, body: Uint8Array): Headers;
  };
  answers: {
    accepted(externalId: string): StubAnswer;
    /** Refusals by what they mean; each provider has at least these. */
    refusals: readonly {
      kind: ChannelFailureKind;
      answer: StubAnswer;
      code?: number;
      retryAfterMs?: number;
    }[];
    /** A refusal whose text quotes the access token, as some providers do. */
    quoting(secret: string): StubAnswer;
  };
  /** Whom a request as it arrived is for, what it says and our mark on it. */
  sent(request: StubRequest): { to: string; text: string; opaque: string };
};

const text = { kind: 'text', body: 'நாளை மாலை 6 மணி' } as const;
const request: SendRequest = { to: { waId: '919876500001' }, message: text, opaque: 'row-1' };
const timeoutMs = 300;

/** The tests that every WhatsApp provider's adapter passes, against a real HTTP server on loopback. */
export function describeAdapter(name: string, harness: ChannelHarness): void {
  describe(`${name} keeps the channel contract`, () => {
    describeWebhooks(harness);
    describeSending(harness);
  });
}

function describeWebhooks(harness: ChannelHarness): void {
  const adapter = harness.createAdapter(timeoutMs);
  const connection = harness.connection('http://127.0.0.1:9');
  const { webhook } = harness;

  it('accepts a signed body and refuses a changed, foreign or unsigned one', () => {
    const body = webhook.texts(['a'], 'hello');
    const headers = webhook.sign(connection, body);
    expect(adapter.verifySignature(connection, body, headers)).toBe(true);
    expect(adapter.verifySignature(connection, webhook.texts(['b'], 'hello'), headers)).toBe(false);
    expect(adapter.verifySignature({ ...connection, appSecret: 'other' }, body, headers)).toBe(false);
    expect(adapter.verifySignature(connection, body, new Headers())).toBe(false);
  });

  it('P23 gives one event a message, with the same key each time it comes', () => {
    const once = adapter.split(connection, webhook.texts(['a', 'b', 'c'], 'hello')) ?? [];
    const again = adapter.split(connection, webhook.texts(['c'], 'hello')) ?? [];
    expect(once.map(({ kind }) => kind)).toEqual(['message', 'message', 'message']);
    expect(new Set(once.map(({ eventKey }) => eventKey)).size).toBe(3);
    expect(again[0]?.eventKey).toBe(once[2]?.eventKey);
  });

  it('reads a stored message as the customer wrote it', () => {
    const [event] = adapter.split(connection, webhook.texts(['a'], 'நாளை 👍🏽')) ?? [];
    const update = adapter.read(JSON.parse(JSON.stringify(event?.payload)));
    expect(update).toMatchObject({ type: 'message', content: { kind: 'text', text: 'நாளை 👍🏽' } });
    expect(event?.senderKey).not.toBe('');
  });

  it('keeps the statuses of one message apart and finds our mark in them', () => {
    const all = (['sent', 'delivered', 'read', 'failed'] as const).flatMap(
      (status) => adapter.split(connection, webhook.status('a', status, 'row-1')) ?? [],
    );
    expect(new Set(all.map(({ eventKey }) => eventKey)).size).toBe(4);
    expect(all.map(({ payload }) => adapter.read(payload))).toMatchObject(
      ['sent', 'delivered', 'read', 'failed'].map((status) => ({ type: 'status', status, opaque: 'row-1' })),
    );
  });

  it('says nothing about what it does not know, and never throws', () => {
    for (const body of ['', 'null', '[]', '{}', '\u0000'])
      expect(adapter.split(connection, new TextEncoder().encode(body))).toBeNull();
    for (const payload of [
      undefined,
      null,
      7,
      '',
      [],
      {},
      { part: 'message' },
      { part: 'message', message: {} },
    ])
      expect(adapter.read(payload)).toBeNull();
  });
}

function describeSending(harness: ChannelHarness): void {
  const adapter = harness.createAdapter(timeoutMs);
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  beforeEach(() => stub.requests.splice(0));
  afterAll(() => stub.close());

  const failureOf = async (url = stub.url, sent = request): Promise<ChannelFailure> => {
    const failure: unknown = await adapter
      .send(harness.connection(url), sent)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChannelFailure);
    // Checked by the line above.
    return failure as ChannelFailure;
  };

  it('sends what was meant to whom it was meant, with our mark', async () => {
    stub.answerWith(harness.answers.accepted('their-id'));
    const receipt = await adapter.send(harness.connection(stub.url), request);
    expect(receipt.externalId).toBe('their-id');
    expect(stub.requests.map(harness.sent)).toEqual([
      { to: '+919876500001', text: text.body, opaque: 'row-1' },
    ]);
  });

  it('keeps its connection for the next message', async () => {
    stub.answerWith(harness.answers.accepted('their-id'));
    for (let n = 0; n < 5; n += 1) await adapter.send(harness.connection(stub.url), request);
    expect(new Set(stub.requests.map(({ connection }) => connection)).size).toBe(1);
  });

  it.each(
    harness.answers.refusals.map((refusal) => ({
      ...refusal,
      name: `${refusal.kind} (${refusal.code ?? 'no code'})`,
    })),
  )('calls a refusal $name', async ({ kind, answer, code, retryAfterMs }) => {
    stub.answerWith(answer);
    expect(await failureOf()).toMatchObject({ kind, providerCode: code, retryAfterMs });
  });

  it('sends nothing that breaks a limit', async () => {
    const failure = await failureOf(stub.url, { ...request, message: { kind: 'text', body: '' } });
    expect(failure.kind).toBe('rejected');
    expect(stub.requests).toEqual([]);
  });

  it('knows that nothing left when no connection came about', async () => {
    expect((await failureOf('http://127.0.0.1:1')).kind).toBe('unavailable');
    expect((await failureOf('http://nowhere.invalid')).kind).toBe('unavailable');
  });

  it.each<[string, StubAnswer]>([
    ['breaks', 'hang-up'],
    ['stays silent', 'silence'],
    ['answers too late', { status: 200, body: '{}', delayMs: 2 * timeoutMs }],
    ['says yes in a way nobody can read', { status: 200, body: '<html>OK' }],
    ['says yes to nothing', { status: 200, body: '{}' }],
    ['says yes without an end', { status: 200, body: `{"x":"${'y'.repeat(1_000_000)}"}` }],
  ])('does not know the outcome when the line %s', async (_name, answer) => {
    stub.answerWith(answer);
    expect((await failureOf()).kind).toBe('unknown-outcome');
  });

  it('does not follow a redirect', async () => {
    stub.answerWith({ status: 302, headers: { location: `${stub.url}/elsewhere` }, body: '' });
    expect((await failureOf()).kind).toBe('unavailable');
    expect(stub.requests).toHaveLength(1);
  });

  it('never shows a secret in a failure', async () => {
    const connection = harness.connection(stub.url);
    const secrets = harness.secrets(connection);
    stub.answerWith('hang-up', ...secrets.map((secret) => harness.answers.quoting(secret)));
    for (const url of [stub.url, ...secrets.map(() => stub.url), 'http://127.0.0.1:1', 'not an address']) {
      const failure = await failureOf(url);
      const seen = [
        failure.message,
        failure.stack,
        JSON.stringify(failure),
        JSON.stringify(Object.entries(failure)),
      ];
      expect(failure.cause).toBeUndefined();
      for (const secret of secrets) expect(seen.join('\n')).not.toContain(secret);
    }
  });
}
