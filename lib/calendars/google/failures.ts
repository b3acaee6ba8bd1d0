import { z } from 'zod';
import { fail } from '../../kernel/result';
import type { CalendarFault, CalendarOutcome } from '../types';
import type { Answer } from './http';

const errorSchema = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).default([]) }),
});

/** 403 for too much at once; any other 403 is about access. Source: calendar reference 1.10. */
const quotaReasons = new Set(['userRateLimitExceeded', 'rateLimitExceeded', 'quotaExceeded']);

/** Google's own word for what went wrong; empty where the answer has none. */
export const reasonOf = ({ body }: Answer): string =>
  errorSchema.safeParse(body).data?.error.errors[0]?.reason ?? '';

/** What an answer other than success means; null for a success. A 401 is the caller's to try again with a new token. */
export function ofStatus(answer: Answer): CalendarOutcome<never> | null {
  const { status, retryAfterMs } = answer;
  if (status >= 200 && status <= 299) return null;
  const reason = reasonOf(answer);
  return fail({
    reason: faultOf(status, reason),
    detail: `HTTP ${String(status)} ${reason.slice(0, 60)}`.trim(),
    ...(retryAfterMs !== null && { retryAfterMs }),
  });
}

function faultOf(status: number, reason: string): CalendarFault {
  if (status === 401) return 'revoked';
  if (status === 403) return quotaReasons.has(reason) ? 'quota' : 'no-access';
  if (status === 404) return 'not-found';
  if (status === 410) return 'start-over';
  if (status === 429) return 'quota';
  return status >= 500 || status === 408 ? 'unreachable' : 'invalid';
}
