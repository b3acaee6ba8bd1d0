import { createHash } from 'node:crypto';

/** Field by name, empty for one that is not there. */
export type FieldReader = (name: string) => string;

const sha512 = (parts: readonly string[]): Buffer => createHash('sha512').update(parts.join('|')).digest();

const udfs = ['udf1', 'udf2', 'udf3', 'udf4', 'udf5'];
/** Empty places where udf6 to udf10 once stood. */
const gap = ['', '', '', '', ''];

/** The hash of a hosted checkout's form. Source: payments reference 2.3. */
export const requestHash = (field: FieldReader, salt: string): string =>
  sha512([
    ...['key', 'txnid', 'amount', 'productinfo', 'firstname', 'email', ...udfs].map(field),
    ...gap,
    salt,
  ]).toString('hex');

/**
 * The hash of what PayU sends back: the same fields the other way round, as received. Additional charges, where there
 * are any, come first. Source: payments reference 2.3.
 */
export function responseHash(field: FieldReader, salt: string): Buffer {
  const charges = field('additionalCharges') || field('additional_charges');
  const names = ['key', 'txnid', 'amount', 'productinfo', 'firstname', 'email', ...udfs].reverse();
  return sha512([...(charges === '' ? [] : [charges]), salt, field('status'), ...gap, ...names.map(field)]);
}

/** The hash of a post-service command. Source: payments reference 2.5 and 2.6. */
export const commandHash = (key: string, command: string, var1: string, salt: string): string =>
  sha512([key, command, var1, salt]).toString('hex');
