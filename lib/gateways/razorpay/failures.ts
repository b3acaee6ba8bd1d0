import { outcomeUnknown, refused } from '../outcome';
import type { Outcome, RefusalKind } from '../types';

// Razorpay has one code for nearly everything, so its words decide, then the HTTP status.
// Source: payments reference 1.2, 1.7 and 1.8.
const kindsByWords: readonly (readonly [RegExp, RefusalKind])[] = [
  [/reference id already attempted|reference_id.*already/i, 'duplicate'],
  [/different request with the same idempotency key/i, 'duplicate'],
  [/atleast 15 minutes|at least 15 minutes/i, 'expires-too-soon'],
  [/cannot cancel or expire an already (partially )?paid/i, 'already-paid'],
  [/cannot cancel or expire an? (expired|already cancelled|cancelled)/i, 'already-closed'],
  [/does not exist/i, 'not-found'],
  [/api .*provided is invalid|authentication failed/i, 'unauthorised'],
  [/enough balance|insufficient balance|balance is (too )?low/i, 'low-balance'],
  [/refunded already|already (been )?fully refunded|fully refunded already/i, 'not-refundable'],
  [/refund amount|amount.*greater than|not been captured|should be captured/i, 'not-refundable'],
  [/older than (6|six) months/i, 'not-refundable'],
];

const kindOfStatus = (status: number): RefusalKind => {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'not-found';
  if (status === 409) return 'in-progress';
  if (status === 429) return 'rate-limited';
  return 'invalid';
};

/** What an answer other than success means. After a 5xx or 408 the request may have been carried out. */
export function ofRefusal(
  status: number,
  description: string,
  detail: string,
  retryAfterMs?: number,
): Outcome<never> {
  if (status >= 500 || status === 408 || status < 400) return outcomeUnknown(detail);
  const known = kindsByWords.find(([words]) => words.test(description))?.[1];
  return refused(status === 401 ? 'unauthorised' : (known ?? kindOfStatus(status)), detail, retryAfterMs);
}
