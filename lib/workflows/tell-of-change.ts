import type { Placed } from '../booking/schema';
import type { Tx } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { tellCustomer, type NoticeInput } from './tell-customer';
import type { World } from './types';

export type Told = Extract<Placed, { outcome: 'done' }>['told'];

/** Tells the customer, where the staff member wished it, and says in a word how that went. */
export async function tellOfChange(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  input: NoticeInput & { effectId: string; wished: boolean },
): Promise<Told> {
  if (!input.wished || input.booking.customerId === null) return null;
  const how = await tellCustomer(tx, world, scope, input);
  return how === 'message' ? how : how.cannot;
}
