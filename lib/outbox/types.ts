import type { Refusal } from '../messaging/purpose';
import type { MessageId, ThreadId } from '../kernel/ids';
import type { OutboundMessage, Recipient } from '../messaging/types';

/** A message in hand: what is needed to send it, and to decide what a failure means. */
export type ClaimedMessage = {
  id: MessageId;
  threadId: ThreadId;
  content: OutboundMessage;
  to: Recipient;
  /** Calls made for it, one under way included. */
  attempts: number;
  createdAt: Date;
  expiresAt: Date | null;
  /** When it was last found to wait for the messaging limit; null or absent where it never did. */
  heldAt?: Date | null;
};

/** The message at the head of a thread's outbox, as it stands. */
export type DueMessage = ClaimedMessage & {
  channelId: string;
  status: 'queued' | 'sending';
  nextAttemptAt: Date | null;
  sendingSince: Date | null;
  /** Why it may not be sent now, whatever was so when it was written; null where it may. */
  refusal: Refusal | null;
  /** When the customer last wrote: free text may go until 24 hours later. */
  lastInboundAt: Date | null;
};

export type MessageFailure = { kind: string; detail: string; code?: number };
