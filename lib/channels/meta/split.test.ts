import { describe, expect, it } from 'vitest';
import { cloudApiConnection } from '../../testing/cloud-api-fixtures';
import { read } from './read';
import { split } from './split';

const bytes = (text: string) => new TextEncoder().encode(text);
const splitText = (text: string) => split(cloudApiConnection, bytes(text));
const metadata = { phone_number_id: cloudApiConnection.phoneNumberId };
const webhook = (value: unknown) =>
  splitText(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
    }),
  ) ?? [];
const message = (change: Record<string, unknown> = {}) => ({
  id: 'wamid.a',
  from: '919876500001',
  timestamp: '1795413600',
  type: 'text',
  text: { body: 'hi' },
  ...change,
});
const first = (change: Record<string, unknown>, contacts: unknown = []) =>
  webhook({ metadata, contacts, messages: [message(change)] })[0];

describe('what is not a webhook', () => {
  it.each(['', '{', '[]', 'null', '7', '"x"', '{}', '{"object":"page","entry":[]}'])(
    '%j is refused',
    (body) => {
      expect(splitText(body)).toBeNull();
    },
  );

  it('bytes that are not UTF-8 are refused', () => {
    expect(split(cloudApiConnection, Uint8Array.of(0x7b, 0xff, 0x7d))).toBeNull();
  });

  it('an empty one has no events', () => {
    expect(splitText('{"object":"whatsapp_business_account","entry":[]}')).toEqual([]);
  });
});

describe('odd parts', () => {
  it('are kept under a digest, whatever is wrong with them', () => {
    const odd = [
      first({ id: undefined }),
      first({ id: '' }),
      first({ id: 'w'.repeat(513) }),
      first({ id: 7 }),
      first({ type: null }),
      first({ timestamp: 'soon' }),
      first({ from: undefined }),
      first({ from: 'Anbu' }),
      webhook({ metadata, messages: 'x' })[0],
      webhook({ metadata, statuses: [{ id: 'wamid.a' }] })[0],
      webhook({ metadata })[0],
      webhook(null)[0],
      webhook({ messages: [message()] })[0],
    ];
    for (const event of odd) {
      expect(event).toMatchObject({ kind: 'unknown', senderKey: 'account' });
      expect(event?.eventKey).toMatch(/^u:[0-9a-f]{64}$/);
      expect(read(event?.payload)).toBeNull();
    }
  });

  it('have the same key when repeated, whatever the order of their fields', () => {
    const a = webhook({ metadata, messages: [{ type: 'text', text: { body: 'a', b: 1 } }] });
    const b = webhook({ messages: [{ text: { b: 1, body: 'a' }, type: 'text' }], metadata });
    expect(a[0]?.eventKey).toBe(b[0]?.eventKey);
  });

  it('do not spoil their neighbours', () => {
    const events = webhook({ metadata, messages: [null, message(), { id: 'x' }] });
    expect(events.map(({ kind }) => kind)).toEqual(['unknown', 'message', 'unknown']);
  });
});

describe('who sent it', () => {
  it('is the user id before the number, from the message or its card', () => {
    const card = { wa_id: '919876500001', user_id: 'IN.1' };
    expect(first({ from_user_id: 'IN.2' })?.senderKey).toBe('IN.2');
    expect(first({}, [card])?.senderKey).toBe('IN.1');
    expect(first({})?.senderKey).toBe('919876500001');
    expect(first({ from: '' }, [{ user_id: 'IN.1' }])?.senderKey).toBe('IN.1');
  });

  it('is never taken from another person’s card', () => {
    const others = [{ wa_id: '919876500002', user_id: 'IN.9', profile: { name: 'Meena' } }];
    expect(first({}, others)?.senderKey).toBe('919876500001');
    expect(read(first({}, others)?.payload)).toMatchObject({ sender: { waId: '919876500001' } });
    expect(first({}, [...others, { user_id: 'IN.7' }])?.senderKey).toBe('919876500001');
  });

  it('is a short key even for the longest id', () => {
    const longest = first({ from_user_id: `IN.ENT.${'x'.repeat(140)}` });
    expect(longest?.senderKey).toMatch(/^#[0-9a-f]{40}$/);
  });
});

describe('what a database cannot hold', () => {
  it('is replaced: NUL and half characters, in text and in keys', () => {
    const event = first({ text: { body: 'a\u0000b\ud800', 'k\u0000': 1 } });
    expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud800/);
    expect(read(event?.payload)).toMatchObject({ content: { text: 'a\ufffdb\ufffd' } });
    const flow = { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"a":"x\\u0000"}' } };
    expect(read(first({ type: 'interactive', interactive: flow })?.payload)).toMatchObject({
      content: { kind: 'flow-reply', token: null, data: { a: 'x\ufffd' } },
    });
  });

  it('is cut off: nesting without end', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"${metadata.phone_number_id}"},"messages":[{"id":"wamid.a","from":"919876500001","timestamp":"1795413600","type":"text","text":{"body":"hi"},"x":${deep}}]}}]}]}`;
    const [event] = splitText(body) ?? [];
    expect(event?.kind).toBe('message');
    expect(read(event?.payload)).toMatchObject({ content: { text: 'hi' } });
    expect(JSON.stringify(event)).toContain('[nested too deeply]');
  });

  it('cannot reach a prototype', () => {
    const body = `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"__proto__":{"polluted":1},"metadata":{"phone_number_id":"${metadata.phone_number_id}"},"messages":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"wamid.a","from":"919876500001","timestamp":"1795413600","type":"__proto__"}]}}]}]}`;
    const [event] = splitText(body) ?? [];
    expect(read(event?.payload)).toMatchObject({ content: { kind: 'unsupported', what: '__proto__' } });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

it('splits a thousand updates well within the time of an acknowledgement', () => {
  const messages = Array.from({ length: 1000 }, (_, n) =>
    message({ id: `wamid.${n}`, from: `9198765${10_000 + n}` }),
  );
  const contacts = messages.map(({ from }) => ({ wa_id: from, profile: { name: 'Anbu' } }));
  const body = bytes(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ changes: [{ field: 'messages', value: { metadata, contacts, messages } }] }],
    }),
  );
  const started = performance.now();
  const events = split(cloudApiConnection, body) ?? [];
  const took = performance.now() - started;
  expect(new Set(events.map(({ eventKey }) => eventKey)).size).toBe(1000);
  expect(took).toBeLessThan(500);
});
