import type { LiveEvent } from '../lib/live/types';

/**
 * Names of what is read from the server, and what a live change makes old. The first word is the kind of change that
 * concerns it, so that one line serves all that hang on it.
 */
export const queryKeys = {
  bookings: (...rest: unknown[]) => ['bookings', ...rest] as const,
  chats: (...rest: unknown[]) => ['chats', ...rest] as const,
  customers: (...rest: unknown[]) => ['customers', ...rest] as const,
  money: (...rest: unknown[]) => ['money', ...rest] as const,
  setup: (...rest: unknown[]) => ['setup', ...rest] as const,
};

/** The keys to read again after a change; null for all of them. What the offer allows decides what the calendar shows. */
export function staleAfter(event: LiveEvent): readonly (readonly string[])[] | null {
  switch (event.kind) {
    case 'everything':
      return null;
    case 'setup':
      return [['setup'], ['bookings']];
    // A number's page shows when it last heard a customer, and its owner may wait for the first of them.
    case 'chats':
      return [['chats'], ['setup', 'channel']];
    default:
      return [[event.kind]];
  }
}
