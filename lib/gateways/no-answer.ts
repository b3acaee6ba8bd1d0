import { isAxiosError } from 'axios';
import { beforeSendingCodes, codeOfFault } from '../kernel/network-faults';
import { outcomeUnknown, refused } from './outcome';
import type { Outcome } from './types';

const beforeSending = new Set(beforeSendingCodes);

/** The fault's code alone: its message or configuration may quote keys. */
export const faultCode = (fault: unknown): string => codeOfFault(isAxiosError(fault) ? fault : null);

/** What a call without an answer means: certain only where nothing can have been sent. */
export const ofNoAnswer = (code: string): Outcome<never> =>
  beforeSending.has(code)
    ? refused('unavailable', `No answer: ${code}`)
    : outcomeUnknown(`No answer: ${code}`);
