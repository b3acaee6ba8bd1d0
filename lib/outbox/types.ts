import type { MessageId, ThreadId } from '../kernel/ids';
import type { OutboundMessage, Recipient } from '../messaging/types';

export type MessageStatus = 'queued' | 'sending' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** The message at the head of a thread's outbox, with what is needed to send it. */
export type DueMessage = {
  id: MessageId;
  threadId: ThreadId;
  channelId: string;
  content: OutboundMessage;
  status: 'queued' | 'sending';
  to: Recipient;
  attempts: number;
  resends: number;
  createdAt: Date;
  nextAttemptAt: Date | null;
  sendingSince: Date | null;
  expiresAt: Date | null;
  /** When the customer last wrote: free text may go until 24 hours later. */
  lastInboundAt: Date | null;
};

export type MessageFailure = { kind: string; detail: string; code?: number };
