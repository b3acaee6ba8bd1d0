import { createHash } from 'node:crypto';
import type { Fields } from './account';

const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex');

// Written out as PayU's pages write them. Source: payments reference 2.3 and 2.5.

export function formHash(f: Fields, salt: string): string {
  const of = (name: string): string => f[name] ?? '';
  return sha512(
    `${of('key')}|${of('txnid')}|${of('amount')}|${of('productinfo')}|${of('firstname')}|${of('email')}|` +
      `${of('udf1')}|${of('udf2')}|${of('udf3')}|${of('udf4')}|${of('udf5')}||||||${salt}`,
  );
}

export function answerHash(f: Fields, salt: string): string {
  const of = (name: string): string => f[name] ?? '';
  return sha512(
    `${salt}|${of('status')}||||||${of('udf5')}|${of('udf4')}|${of('udf3')}|${of('udf2')}|${of('udf1')}|` +
      `${of('email')}|${of('firstname')}|${of('productinfo')}|${of('amount')}|${of('txnid')}|${of('key')}`,
  );
}

export const commandHash = (key: string, command: string, var1: string, salt: string): string =>
  sha512(`${key}|${command}|${var1}|${salt}`);
