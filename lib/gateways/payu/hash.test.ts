import { describe, expect, it } from 'vitest';
import { commandHash, requestHash, responseHash } from './hash';

// The reference's own vectors.
const fields: Readonly<Record<string, string>> = {
  key: 'testkey',
  txnid: 'TXN1001',
  amount: '500.00',
  productinfo: 'Court booking',
  firstname: 'Asha',
  email: 'asha@example.com',
  udf1: 'u1',
  udf2: 'u2',
  udf3: 'u3',
  udf4: 'u4',
  udf5: 'u5',
  status: 'success',
};
const read = (more: Readonly<Record<string, string>> = {}) => {
  const all = { ...fields, ...more };
  return (name: string) => all[name] ?? '';
};

describe('PayU’s hashes', () => {
  it('sign a request', () => {
    expect(requestHash(read(), 'testsalt')).toBe(
      '25a4a49ee63dcdc9315b374e0833e92eac29babc4cf4a52f9dddd3eada7bb635e276ac6dc3ad5a89d780c68cfb7e435ef0bf1c202de637c7f5c8e91df03a2fa6',
    );
  });

  it('sign an answer', () => {
    expect(responseHash(read(), 'testsalt').toString('hex')).toBe(
      '58855809d19853f9eebfdd7a7b6a49622ec548b4e8faf651e2a315c7aa7440d51112e0002edf63bfacd4d3c80dd2bcf6f9e0dea05b15377c789b0bdf947945cc',
    );
  });

  it.each(['additionalCharges', 'additional_charges'])('sign an answer with %s', (name) => {
    expect(responseHash(read({ [name]: '10.00' }), 'testsalt').toString('hex')).toBe(
      '67c77a35acf70d6c33b590ac358579db1747efbdaf6c00dc451c20d70106a3136fb1d52acf0f9940c01a2ff27a578c6aef8bde37a838f0599b7b791d983219dc',
    );
  });

  it('sign a command', () => {
    expect(commandHash('testkey', 'verify_payment', 'TXN1001', 'testsalt')).toBe(
      'b3abe37b66b8a31d88a1fd3106eebfbd1ece91cfc976581c573266fbcdd1a4dbad92162a40f357aee53b74b78f4dd02921c6201d252cbb4ff4ff8311fa3459b4',
    );
  });

  it('tell `10.00` from `10.0`', () => {
    expect(responseHash(read({ amount: '500.0' }), 'testsalt')).not.toEqual(responseHash(read(), 'testsalt'));
  });
});
