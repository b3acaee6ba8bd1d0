import type { ChannelId, CustomerId, ThreadId } from '../kernel/ids';
import type { FloodMarks } from './flood';

/** One customer on one channel, with the engine's saved state. */
export type Thread = {
  id: ThreadId;
  channelId: ChannelId;
  customerId: CustomerId;
  state: unknown;
  handledBy: 'bot' | 'staff';
  handedOverAt: Date | null;
  lastStaffAt: Date | null;
  lastInboundAt: Date | null;
  nextPosition: number;
} & FloodMarks;

/** Why staff should look at a chat. */
export type StaffReason =
  | 'asked'
  | 'emergency'
  | 'not-understood'
  | 'delivery-failed'
  | 'fault'
  /** A place they wait for came free, and only a person may tell them: the 24-hour window is closed. */
  | 'place-free'
  /** They should have been told something, and nothing is approved that may go outside the 24-hour window. */
  | 'not-told'
  /** Their money needs a person: a wrong amount, a link that cannot be made, news that WhatsApp would not deliver. */
  | 'payment'
  /** Far too much came at once: nothing is answered for a while. */
  | 'flood'
  /** They have had no answer for ten minutes, for whatever reason. */
  | 'unanswered'
  /** Staff took it over of their own accord: it waits for them only while the customer spoke last. */
  | 'taken-over';
