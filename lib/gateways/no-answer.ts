import { isAxiosError } from 'axios';
import { beforeSendingCodes } from '../kernel/network-faults';
import { outcomeUnknown, refused } from './outcome';
import type { Outcome } from './types';

const beforeSending = new Set(beforeSendingCodes);

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
