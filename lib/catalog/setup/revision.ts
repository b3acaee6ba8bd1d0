import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/app-error';

/** A fingerprint of a value as it is now; two readings of the same row give the same one. */
export const revisionOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

/** Throws `conflict` where somebody else has changed meanwhile what the caller read. */
export function guardRevision(current: { revision: string }, seen: string): void {
  if (current.revision !== seen)
    throw new AppError('conflict', 'Somebody else has saved this meanwhile. Nothing was overwritten.');
}

/** The one of a list by its id. Throws `not-found`. */
export function getById<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw new AppError('not-found', 'There is nothing here.');
  return found;
}
