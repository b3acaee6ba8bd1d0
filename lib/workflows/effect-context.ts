import { findBooking } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Catalog } from '../catalog/types';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
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
  thread: Thread;
  facts: KnownFacts;
  catalog: Catalog;
  effectId: string;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A booking of this very customer; null for any other id, forged or forwarded ones included. */
export async function findOwnBooking(context: EffectContext, bookingId: string): Promise<Booking | null> {
  if (!uuid.test(bookingId)) return null;
  const booking = await findBooking(context.tx, context.scope, bookingId);
  return booking?.customerId === context.customer.id ? booking : null;
}
