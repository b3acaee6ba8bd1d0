import { findBooking } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Catalog } from '../catalog/types';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import { isUuid } from '../kernel/uuid';
import type { OutboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import type { Thread } from '../threads/types';
import type { World } from './types';
import type { KnownFacts } from './with-availability';

/** What carrying out an effect needs: the turn it belongs to and the id that makes it happen once. */
export type EffectContext = {
  world: World;
  tx: Tx;
  scope: BusinessScope;
  customer: Customer;
  /** With the state that the turn has come to. */
  thread: Thread;
  facts: KnownFacts;
  catalog: Catalog;
  effectId: string;
  /** Says something more once the turn has said what it has to say. */
  sayLater: (later: { label: string; content: OutboundMessage; bookingId?: string }) => void;
};

/** A booking of this very customer; null for any other id, forged or forwarded ones included. */
export async function findOwnBooking(context: EffectContext, bookingId: string): Promise<Booking | null> {
  if (!isUuid(bookingId)) return null;
  const booking = await findBooking(context.tx, context.scope, bookingId);
  return booking?.customerId === context.customer.id ? booking : null;
}
