import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cloudApiConnection as connection } from '../../testing/cloud-api-fixtures';
import { verifyAddress, verifySignature } from './verify';

const bytes = (text: string) => new TextEncoder().encode(text);
const signed = (signature: string) => ({ headers: new Headers({ 'X-Hub-Signature-256': signature }) });

describe('the signature', () => {
  const vectors: [body: string, signature: string][] = [
    [
      '{"object":"whatsapp_business_account","entry":[]}',
      'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
    ],
    [
      String.raw`{"t":"\u0b95\u0bcb\u0bb0\u0bcd\u0b9f\u0bcd"}`,
      'sha256=fbb43e30d595f005c6bd6872452570e5155195ae31340c222c2f7579f5d4d721',
    ],
  ];

  it.each(vectors)('of %s is accepted', (body, signature) => {
    expect(verifySignature(connection, bytes(body), signed(signature))).toBe(true);
  });

  it.each(vectors)('of %s fails for one other byte, key, digit or length', (body, signature) => {
    const other = signature.endsWith('0') ? `${signature.slice(0, -1)}1` : `${signature.slice(0, -1)}0`;
    expect(verifySignature(connection, bytes(`${body} `), signed(signature))).toBe(false);
    expect(verifySignature({ ...connection, appSecret: 'other' }, bytes(body), signed(signature))).toBe(
      false,
    );
    expect(verifySignature(connection, bytes(body), signed(other))).toBe(false);
    expect(verifySignature(connection, bytes(body), signed(signature.slice(0, -2)))).toBe(false);
    expect(verifySignature(connection, bytes(body), signed(signature.replace('sha256=', 'sha1=')))).toBe(
      false,
    );
  });

  it('is over the bytes, not over what they mean', () => {
    const [, escaped] = vectors;
    expect(verifySignature(connection, bytes('{"t":"கோர்ட்"}'), signed(escaped?.[1] ?? ''))).toBe(false);
  });

  it('is missed when absent, and never made with an empty secret', () => {
    expect(verifySignature(connection, bytes('{}'), { headers: new Headers() })).toBe(false);
    const empty = createHmac('sha256', '').update('{}').digest('hex');
    expect(verifySignature({ ...connection, appSecret: '' }, bytes('{}'), signed(`sha256=${empty}`))).toBe(
      false,
    );
  });
});

describe('the address check', () => {
  const ask = (change: Record<string, string> = {}, verifyToken = connection.verifyToken) =>
    verifyAddress(
      { ...connection, verifyToken },
      new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.challenge': '1158201444',
        'hub.verify_token': connection.verifyToken,
        ...change,
      }),
    );

  it('answers the challenge to the right token only', () => {
    expect(ask()).toBe('1158201444');
    expect(ask({ 'hub.verify_token': 'wrong' })).toBeNull();
    expect(ask({ 'hub.mode': 'unsubscribe' })).toBeNull();
    expect(ask({ 'hub.verify_token': '' }, '')).toBeNull();
    expect(verifyAddress(connection, new URLSearchParams())).toBeNull();
  });
});
