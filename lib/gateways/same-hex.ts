import { timingSafeEqual } from 'node:crypto';

/** Whether a signature as given is this digest; constant time, and false for anything that is no hex of its length. */
export function sameHex(given: string | null | undefined, expected: Buffer): boolean {
  if (!given || given.length !== expected.length * 2 || !/^[0-9a-f]+$/i.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
