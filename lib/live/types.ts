/**
 * What changed, not how it is now: whoever shows it reads it again. `bookings` covers all that takes time (holds, blocks).
 */
export type Change = { kind: 'bookings' | 'chats' | 'customers' | 'setup' | 'money'; id?: string };

/** `everything` after a lost connection: what happened meanwhile is unknown. */
export type LiveEvent = Change | { kind: 'everything' };
