import { describe, expect, it } from 'vitest';
import type { PayuConnection } from '../types';
import { responseHash } from './hash';
import { parseWebhook, readReturn, verifyWebhook } from './webhook';

const connection: PayuConnection = {
  gateway: 'payu',
  apiUrl: 'http://127.0.0.1:9',
  checkoutUrl: 'http://127.0.0.1:9',
  merchantKey: 'testkey',
  salt: 'testsalt',
  links: null,
};
const links = {
  accountsUrl: 'http://127.0.0.1:9',
  linksUrl: 'http://127.0.0.1:9',
  merchantId: '1',
  clientId: 'client',
  clientSecret: 'clientsecret',
};
// Recorded shape, anonymised; the hash is the reference's own vector.
const fields: Record<string, string> = {
  mihpayid: '403993715521889443',
  mode: 'UPI',
  status: 'success',
  unmappedstatus: 'captured',
  key: 'testkey',
  txnid: 'TXN1001',
  amount: '500.00',
  discount: '0.00',
  net_amount_debit: '500.00',
  addedon: '2026-11-26 15:30:00',
  productinfo: 'Court booking',
  firstname: 'Asha',
  email: 'asha@example.com',
  udf1: 'u1',
  udf2: 'u2',
  udf3: 'u3',
  udf4: 'u4',
  udf5: 'u5',
  bank_ref_num: '103600000000',
  error: 'E000',
  hash: '58855809d19853f9eebfdd7a7b6a49622ec548b4e8faf651e2a315c7aa7440d51112e0002edf63bfacd4d3c80dd2bcf6f9e0dea05b15377c789b0bdf947945cc',
};
const form = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
const json = new Headers({ 'content-type': 'application/json' });
const posted = (change: Record<string, string> = {}) =>
  Buffer.from(new URLSearchParams({ ...fields, ...change }).toString());
const signedBy = (secret: string) => responseHash((name) => fields[name] ?? '', secret).toString('hex');

describe('the hash of a webhook', () => {
  it('is accepted in a form and in JSON', () => {
    expect(verifyWebhook(connection, posted(), form)).toBe(true);
    expect(verifyWebhook(connection, Buffer.from(JSON.stringify(fields)), json)).toBe(true);
  });

  it('may be by the client secret where there are links', () => {
    const body = posted({ hash: signedBy('clientsecret') });
    expect(verifyWebhook({ ...connection, links }, body, form)).toBe(true);
    expect(verifyWebhook(connection, body, form)).toBe(false);
  });

  it.each([
    { amount: '1.00' },
    { status: 'failure' },
    { txnid: 'TXN1002' },
    { key: 'otherkey' },
    { additionalCharges: '10.00' },
    { hash: '' },
    { hash: 'zz' },
  ])('is refused after %j', (change) => {
    expect(verifyWebhook(connection, posted(change), form)).toBe(false);
  });

  it('is never that of an empty salt', () => {
    const body = posted({ hash: signedBy('') });
    expect(verifyWebhook({ ...connection, salt: '' }, body, form)).toBe(false);
  });

  it('is missing from refund notices, which are not believed', () => {
    const notice = { action: 'refund', status: 'success', mihpayid: '1', key: 'testkey', token: 'x' };
    expect(verifyWebhook(connection, Buffer.from(JSON.stringify(notice)), json)).toBe(false);
  });
});

describe('a webhook', () => {
  it('tells the payment', () => {
    expect(parseWebhook(posted(), form)).toMatchObject({
      name: 'payment.success',
      topic: 'payment',
      payment: {
        id: '403993715521889443',
        amountPaise: 50_000,
        currency: 'INR',
        status: 'captured',
        method: 'upi',
        reference: null,
        linkId: 'TXN1001',
        bankReference: '103600000000',
        createdAt: new Date('2026-11-26T10:00:00Z'),
      },
    });
  });

  it.each([
    [{ unmappedstatus: 'auth' }, 'authorised'],
    [{ status: 'pending', unmappedstatus: 'pending' }, 'created'],
    [{ status: 'failure', unmappedstatus: 'userCancelled' }, 'failed'],
    [{ unmappedstatus: '' }, 'created'],
  ])('with %j is no money: %s', (change, status) => {
    expect(parseWebhook(posted(change), form)?.payment?.status).toBe(status);
  });

  it('has one key for one state of one payment', () => {
    const key = parseWebhook(posted(), form)?.key;
    expect(parseWebhook(posted({ addedon: '2026-11-26 15:31:00' }), form)?.key).toBe(key);
    expect(parseWebhook(posted({ unmappedstatus: 'auth' }), form)?.key).not.toBe(key);
  });

  it.each(['', '[]', 'null', '<html>', 'a=b'])('is nothing of PayU’s when it reads %j', (text) => {
    expect(parseWebhook(Buffer.from(text), form)).toBeNull();
    expect(parseWebhook(Buffer.from(text), json)).toBeNull();
  });
});

describe('a returning browser', () => {
  it('is believed by the salt alone', () => {
    expect(readReturn(connection, new URLSearchParams(fields))).toEqual({
      reference: null,
      linkId: 'TXN1001',
      paymentId: '403993715521889443',
    });
    expect(readReturn(connection, new URLSearchParams({ ...fields, amount: '1.00' }))).toBeNull();
  });

  it('of a dispute names the payment that is disputed', () => {
    const body = new URLSearchParams({ ...fields, action: 'dispute', status: 'open' });
    const told = parseWebhook(new TextEncoder().encode(body.toString()), new Headers());
    expect(told).toMatchObject({ topic: 'dispute', payment: { id: fields['mihpayid'] } });
  });
});
