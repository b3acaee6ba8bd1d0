import { type Finding, type FindingCode, type FindingSubject, found } from '../messaging/finding';
import { ChannelFailure, type ChannelFailureKind } from './types';

const passing: ReadonlySet<ChannelFailureKind> = new Set(['rate-limited', 'unavailable', 'unknown-outcome']);

/** Whether a failure says nothing about what was asked: the same question may be answered in a moment. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ChannelFailure && passing.has(error.kind);

/**
 * What a failed look says of its subject: nothing where the provider could not answer at all, else `refused`. Throws on
 * what is no provider's failure.
 */
export function failedLook(what: FindingSubject, error: unknown, refused: FindingCode): Finding {
  if (!(error instanceof ChannelFailure)) throw error;
  return found(what, isPassing(error) ? 'no-answer' : refused, {}, error.detail);
}
