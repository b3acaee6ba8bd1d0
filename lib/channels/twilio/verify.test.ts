import { createHash } from 'node:crypto';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../../testing/seeded-random';
import { verifySignature } from './verify';

const url = 'https://neram.example/api/webhooks/twilio/demo';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = new URLSearchParams();

const proof = (signature: string, query = none) => ({
  headers: new Headers({ 'x-twilio-signature': signature }),
  query,
});

describe('X-Twilio-Signature', () => {
  it.each([
    [
      '12345',
      'https://mycompany.com/myapp.php',
      'foo=1&bar=2',
      {
        CallSid: 'CA1234567890ABCDE',
        Digits: '1234',
        From: '+14158675309',
        To: '+18005551212',
        Caller: '+14158675309',
      },
      'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    ],
    [
      'test_auth_token',
      'https://app.example.in/api/twilio',
      '',
      {
        Body: 'hi',
        From: 'whatsapp:+919876543210',
        MessageSid: 'SM00000000000000000000000000000001',
        To: 'whatsapp:+14155238886',
      },
      '8adqKKpJTvy0HmdUei+5tzopLRs=',
    ],
  ])('accepts a published signature (%s)', (authToken, webhookUrl, query, fields, signature) => {
    const body = encode(new URLSearchParams(fields).toString());
    const given = proof(signature, new URLSearchParams(query));
    expect(verifySignature({ authToken, webhookUrl }, body, given)).toBe(true);
    expect(verifySignature({ authToken: 'x', webhookUrl }, body, given)).toBe(false);
    expect(verifySignature({ authToken: '', webhookUrl }, body, given)).toBe(false);
  });

  it('vouches for a body that is no form by its hash in the address', () => {
    const body = encode('{"a":1}');
    const query = `bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const signature = twilio.getExpectedTwilioSignature('secret', `${url}?${query}`, {});
    const given = proof(signature, new URLSearchParams(query));
    expect(verifySignature({ authToken: 'secret', webhookUrl: url }, body, given)).toBe(true);
    expect(verifySignature({ authToken: 'secret', webhookUrl: url }, encode('{"a":2}'), given)).toBe(false);
  });

  it('takes the configured address with and without its standard port', () => {
    const body = encode('Body=hi');
    const withPort = url.replace('.example', '.example:443');
    for (const signed of [url, withPort])
      for (const webhookUrl of [url, withPort]) {
        const signature = twilio.getExpectedTwilioSignature('secret', signed, { Body: 'hi' });
        expect(verifySignature({ authToken: 'secret', webhookUrl }, body, proof(signature))).toBe(true);
      }
  });
});

const pieces = [
  'Body',
  'From',
  'a',
  'ä',
  'க',
  'நாளை',
  '+91 98',
  '👍🏽',
  '&',
  '=',
  '%',
  '',
  ' ',
  '\n',
  "'",
  '~',
] as const;
const word = (random: Random): string =>
  Array.from({ length: random.below(4) }, () => random.pick(pieces)).join('');

/** As a server's form reader hands fields on: a repeated name has a list. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

it('agrees with the official package on every form, address and signature', () => {
  const random = seededRandom(41);
  const seen = { yes: 0, no: 0 };
  for (let round = 0; round < 4000; round += 1) {
    const form = new URLSearchParams();
    for (let n = random.below(9); n > 0; n -= 1) {
      const name = `k${word(random)}`;
      for (let times = random.below(3) + 1; times > 0; times -= 1) form.append(name, word(random));
    }
    const query = new URLSearchParams(random.below(2) === 0 ? {} : { mark: `row-${round}`, v: word(random) });
    const host = random.pick(['neram.example', 'neram.example:443', 'neram.example:8443']);
    const address = `${random.pick(['https', 'http'])}://${host}/hook/${round}`;
    const full = query.size === 0 ? address : `${address}?${query.toString()}`;
    const signature = twilio.getExpectedTwilioSignature('secret', full, fieldsOf(form));
    const spoilt: (() => [string, URLSearchParams, string])[] = [
      () => [signature, form, 'secret'],
      () => [signature.replace(/[a-m]/, 'z'), form, 'secret'],
      () => [signature, new URLSearchParams([...form, ['kx', 'more']]), 'secret'],
      () => [signature, form, 'other'],
    ];
    const [given, received, authToken] = spoilt[random.below(spoilt.length)]?.() ?? ['', form, ''];
    const official = twilio.validateRequest(authToken, given, full, fieldsOf(received));
    const mine = verifySignature(
      { authToken, webhookUrl: address },
      encode(received.toString()),
      proof(given, query),
    );
    expect(mine, `round ${round}: ${full}`).toBe(official);
    seen[official ? 'yes' : 'no'] += 1;
  }
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(800);
});
