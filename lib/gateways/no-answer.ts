import { isAxiosError } from 'axios';
import { outcomeUnknown, refused } from './outcome';
import type { Outcome } from './types';

/** Faults that happen before a byte of the request has left. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** The fault's code alone: its message or configuration may quote keys. */
export function faultCode(fault: unknown): string {
  const code = isAxiosError(fault) ? (fault.code ?? '') : '';
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown fault';
}

/** What a call without an answer means: certain only where nothing can have been sent. */
export const ofNoAnswer = (code: string): Outcome<never> =>
  beforeSending.has(code)
    ? refused('unavailable', `No answer: ${code}`)
    : outcomeUnknown(`No answer: ${code}`);
