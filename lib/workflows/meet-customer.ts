import { recogniseCustomer } from '../customers/commands/recognise-customer';
import { takeUpKeptRefusals } from '../customers/commands/kept-refusals';
import { identitiesOf } from '../customers/identities';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import type { Sender } from '../messaging/types';
import { getBusiness } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import type { World } from './types';

/**
 * The customer behind a sender, as `recogniseCustomer`, with what they refused before their personal data were erased: it
 * holds until they say otherwise.
 */
export async function meetCustomer(
  tx: Tx,
  world: Pick<World, 'clock' | 'markOf'>,
  scope: BusinessScope,
  sender: Sender,
): Promise<Customer> {
  const customer = await recogniseCustomer(tx, scope, sender, world.clock.now());
  const marks = identitiesOf(sender).map((identity) => world.markOf(scope, identity));
  const language = customer.language ?? (await getBusiness(tx, scope)).defaultLanguage;
  await takeUpKeptRefusals(tx, scope, { customerId: customer.id, marks, language });
  return customer;
}
