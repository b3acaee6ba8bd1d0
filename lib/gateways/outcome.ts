import { fail } from '../kernel/result';
import type { Outcome, RefusalKind } from './types';

/** A certain no. `detail` must hold no secret and nothing personal. */
export const refused = (kind: RefusalKind, detail: string, retryAfterMs?: number): Outcome<never> =>
  fail({ reason: 'refused', kind, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

/** Nobody knows whether it happened. */
export const outcomeUnknown = (detail: string): Outcome<never> => fail({ reason: 'outcome-unknown', detail });

/** A read that got no answer has changed nothing: it may simply be tried again. */
export const ofRead = <T>(outcome: Outcome<T>): Outcome<T> =>
  !outcome.ok && outcome.reason === 'outcome-unknown' ? refused('unavailable', outcome.detail) : outcome;

export const isRefusal = (outcome: Outcome<unknown>, kind: RefusalKind): boolean =>
  !outcome.ok && outcome.reason === 'refused' && outcome.kind === kind;
