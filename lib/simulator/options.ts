import type { StatusDelays } from './deliveries';
import type { ProviderFront } from './fronts/types';
import type { ApprovedTemplate } from './templates';
import type { SendRecord } from './types';
import type { NewCustomer } from './phone-book';
import type { NumberIdentity } from './webhook-envelope';

export type SimulatorOptions = {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  /** Keeps the chats across restarts: one JSON line per change. */
  file?: string;
  now?: () => Date;
  /** Unique text for message ids; tests make it predictable. */
  newId?: () => string;
  webhook: NumberIdentity & { url: string; appSecret: string; accessToken: string };
  /** False: nobody has entered an address for events yet, and `webhook.url` is not used. */
  connected?: boolean;
  /** The provider that is played; Meta's own API where there is none. */
  front?: ProviderFront;
  businessName?: string;
  /** Phones to start with when there are none. */
  firstCustomers?: readonly NewCustomer[];
  /** Approved from the start, besides Meta's sample. */
  templates?: readonly ApprovedTemplate[];
  /** How long the review of a template takes. */
  templateReviewMs?: number;
  /** Time each API answer takes. */
  latencyMs?: number;
  statusDelaysMs?: StatusDelays;
  /** Waits between webhook attempts; after the last the webhook is lost, as at Meta after days. */
  retryDelaysMs?: readonly number[];
  /** Off: 131056 is never answered. */
  pairRate?: boolean;
  /** Messages a second of the number; Infinity never answers 130429. */
  throughputPerSecond?: number;
  /** `none` keeps no messages and no log, for load tests; taps are then sent with `reply` actions. */
  history?: 'full' | 'none';
  /** Takes messages to numbers without a phone here, with the window always open. */
  anyRecipient?: boolean;
  /** Takes the money of an order at the gateway and gives the payment's id there; absent: orders cannot be paid here. */
  takeOrder?: (order: { amountPaise: number; notes: Record<string, string> }) => Promise<string>;
  /** Called for each accepted message, before the answer leaves. */
  onSend?: (record: SendRecord) => void;
};

export const defaults = {
  host: '127.0.0.1',
  businessName: 'Neram Sports & Clinic',
  statusDelaysMs: { sent: 40, delivered: 60, read: 250 },
  retryDelaysMs: [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000],
  throughputPerSecond: 80,
  templateReviewMs: 2_000,
  messagesPerPhone: 400,
  exchanges: 400,
} as const;
