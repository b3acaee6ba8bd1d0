import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findingSchema, isRight } from '../messaging/finding';
import type {
  ChannelAdapter,
  ChannelConnection,
  ChannelFailureKind,
  SendRequest,
  WebhookProof,
} from '../channels/types';
import { ChannelFailure } from '../channels/types';
import { type HttpStub, type StubAnswer, type StubRequest, startHttpStub } from './http-stub';

/** What one provider looks like from outside, so that all of them pass the same tests. */
export type ChannelHarness<Connection extends ChannelConnection> = {
  /** A fresh adapter that waits no longer than this for an answer. */
  createAdapter(timeoutMs: number): ChannelAdapter<Connection>;
  connection(apiUrl: string): Connection;
  /** The same number in the hands of somebody who does not know what proves a webhook. */
  forged(connection: Connection): Connection;
  /** Everything that must never be seen in an error. */
  secrets(connection: Connection): string[];
  /** Whether the proof depends on the body; some providers only show a secret of ours. */
  signsBodies: boolean;
  /** Whether our mark comes back in statuses; else they are known by the id that sending gave. */
  echoesMark: boolean;
  webhook: {
    /** A body with one text message, and one with several; `ids` in order. */
    texts(ids: readonly string[], text: string): Uint8Array;
    /** This provider brings every message in a body of its own. */
    oneByOne?: true;
    status(id: string, status: 'sent' | 'delivered' | 'read' | 'failed', opaque: string): Uint8Array;
    /** What the address of statuses carries, where our mark is there. */
    statusQuery?(opaque: string): URLSearchParams;
    sign(connection: Connection, body: Uint8Array): WebhookProof;
  };
  /** The call that signs in before all others, where there is one. */
  login?: { path: string; answer: StubAnswer };
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
  sent(request: StubRequest): { to: string; text: string; opaque?: string };
  /** A file: under which id the customer's message has it, and what the provider answers to whoever fetches it, in order. */
  media?: {
    id(apiUrl: string): string;
    answers(apiUrl: string, file: string, mimeType: string): StubAnswer[];
  };
};

const text = { kind: 'text', body: 'நாளை மாலை 6 மணி' } as const;
const request: SendRequest = { to: { waId: '919876500001' }, message: text, opaque: 'row-1' };
const timeoutMs = 300;

/** The tests that every WhatsApp provider's adapter passes, against a real HTTP server on loopback. */
export function describeAdapter<Connection extends ChannelConnection>(
  name: string,
  harness: ChannelHarness<Connection>,
): void {
  describe(`${name} keeps the channel contract`, () => {
    describeWebhooks(harness);
    describeSending(harness);
    if (harness.media) describeMedia(harness, harness.media);
    describeChecks(harness);
  });
}

function describeWebhooks<Connection extends ChannelConnection>(harness: ChannelHarness<Connection>): void {
  const adapter = harness.createAdapter(timeoutMs);
  const connection = harness.connection('http://127.0.0.1:9');
  const { webhook } = harness;

  it('accepts a signed body and refuses a changed, foreign or unsigned one', () => {
    const body = webhook.texts(['a'], 'hello');
    const proof = webhook.sign(connection, body);
    expect(adapter.verifySignature(connection, body, proof)).toBe(true);
    if (harness.signsBodies)
      expect(adapter.verifySignature(connection, webhook.texts(['b'], 'hello'), proof)).toBe(false);
    const forged = webhook.sign(harness.forged(connection), body);
    expect(adapter.verifySignature(connection, body, forged)).toBe(false);
    const none = { headers: new Headers(), query: new URLSearchParams() };
    expect(adapter.verifySignature(connection, body, none)).toBe(false);
  });

  it('P23 gives one event a message, with the same key each time it comes', () => {
    const ids = ['a', 'b', 'c'];
    const bodies = (webhook.oneByOne ? ids.map((id) => [id]) : [ids]).map((of) => webhook.texts(of, 'hello'));
    const once = bodies.flatMap((body) => adapter.split(connection, body) ?? []);
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

  it('keeps the statuses of one message apart and finds in them whose they are', () => {
    const all = (['sent', 'delivered', 'read', 'failed'] as const).flatMap(
      (status) =>
        adapter.split(connection, webhook.status('a', status, 'row-1'), webhook.statusQuery?.('row-1')) ?? [],
    );
    expect(new Set(all.map(({ eventKey }) => eventKey)).size).toBe(4);
    expect(all.map(({ payload }) => adapter.read(payload))).toMatchObject(
      ['sent', 'delivered', 'read', 'failed'].map((status) => ({ type: 'status', status })),
    );
    const marks = all.map(({ payload }) => {
      const update = adapter.read(payload);
      return update?.type === 'status' && (harness.echoesMark ? update.opaque : update.externalId);
    });
    expect(new Set(marks).size).toBe(1);
    expect(marks[0]).toEqual(harness.echoesMark ? 'row-1' : expect.stringMatching(/./));
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

function describeSending<Connection extends ChannelConnection>(harness: ChannelHarness<Connection>): void {
  const adapter = harness.createAdapter(timeoutMs);
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
    if (harness.login) stub.alwaysAnswer(harness.login.path, harness.login.answer);
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
      { to: '+919876500001', text: text.body, ...(harness.echoesMark && { opaque: 'row-1' }) },
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

function describeMedia<Connection extends ChannelConnection>(
  harness: ChannelHarness<Connection>,
  media: NonNullable<ChannelHarness<Connection>['media']>,
): void {
  const adapter = harness.createAdapter(timeoutMs);
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
    if (harness.login) stub.alwaysAnswer(harness.login.path, harness.login.answer);
  });
  beforeEach(() => stub.requests.splice(0));
  afterAll(() => stub.close());

  const failureOf = (mediaId: string): Promise<unknown> =>
    adapter.fetchMedia(harness.connection(stub.url), mediaId).catch((error: unknown) => error);

  it('fetches the file of a message with its type', async () => {
    stub.answerWith(...media.answers(stub.url, 'a picture', 'image/JPEG; charset=binary'));
    const file = await adapter.fetchMedia(harness.connection(stub.url), media.id(stub.url));
    expect(Buffer.from(file.bytes).toString()).toBe('a picture');
    expect(file.mimeType).toBe('image/jpeg');
  });

  it('says that a file is gone, too large or not to be had now', async () => {
    const answers = media.answers(stub.url, 'a picture', 'image/png');
    const before = answers.slice(0, -1);
    stub.answerWith(...before, { status: 404, body: '' });
    expect(await failureOf(media.id(stub.url))).toMatchObject({ kind: 'rejected' });
    stub.answerWith(...before, { status: 200, body: 'x'.repeat(26 * 1024 * 1024) });
    expect(await failureOf(media.id(stub.url))).toMatchObject({ kind: 'rejected' });
    stub.answerWith(...before, 'hang-up');
    expect(await failureOf(media.id(stub.url))).toMatchObject({ kind: 'unavailable' });
  });

  it('takes no secret of ours, and fetches nothing, from somebody else’s server', async () => {
    const elsewhere = await startHttpStub();
    stub.answerWith(...media.answers(elsewhere.url, 'a picture', 'image/png'));
    await failureOf(media.id(elsewhere.url));
    await elsewhere.close();
    expect(elsewhere.requests).toEqual([]);
  });
}

function describeChecks<Connection extends ChannelConnection>(harness: ChannelHarness<Connection>): void {
  const adapter = harness.createAdapter(timeoutMs);
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
    if (harness.login) stub.alwaysAnswer(harness.login.path, harness.login.answer);
  });
  afterAll(() => stub.close());

  it('finds, and does not throw, when the provider is not there', async () => {
    const findings = await adapter.check(harness.connection('http://127.0.0.1:1'));
    expect(findings).toMatchObject([{ what: 'token', code: 'no-answer' }]);
  });

  it.each<[string, StubAnswer]>([
    ['breaks', 'hang-up'],
    ['says nothing', { status: 200, body: '{}' }],
    ['says something else', { status: 200, body: '[[]]' }],
    ['shows a page', { status: 502, body: '<html>Bad gateway' }],
  ])('judges nothing to be wrong with the token when the line %s', async (_name, answer) => {
    stub.answerWith(answer);
    const findings = await adapter.check(harness.connection(stub.url));
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(findingSchema.parse(finding)).toEqual(finding);
    expect(findings.map(({ code }) => code)).not.toContain('token-wrong');
  });

  it('finds a key that is refused, and shows none of it', async () => {
    const connection = harness.connection(stub.url);
    for (const secret of harness.secrets(connection)) {
      stub.answerWith(harness.answers.quoting(secret));
      const findings = await adapter.check(connection);
      expect(findings.some((one) => isRight(one) !== true)).toBe(true);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
}
