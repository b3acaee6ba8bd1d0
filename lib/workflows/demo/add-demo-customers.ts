import { addAttendee } from '../../customers/commands/add-attendee';
import { recogniseCustomer } from '../../customers/commands/recognise-customer';
import { updateCustomer } from '../../customers/commands/update-customer';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { DemoCustomer } from './demo-bookings';
import { demoPeople, demoWaId } from './demo-people';

/** Writes the demo customers and their families, in the order of the list. */
export async function addDemoCustomers(tx: Tx, scope: BusinessScope, now: Date): Promise<DemoCustomer[]> {
  const customers: DemoCustomer[] = [];
  for (const [place, { name, language, family }] of demoPeople.entries()) {
    const sender = { waId: demoWaId(place), profileName: name };
    const { id } = await recogniseCustomer(tx, scope, sender, now);
    await updateCustomer(tx, scope, id, { name, language });
    const attendees: DemoCustomer['attendees'] = [];
    for (const member of [{ name, relation: 'self' as const, age: null }, ...family]) {
      attendees.push(await addAttendee(tx, scope, { customerId: id, ...member, now }));
    }
    customers.push({ id, name, attendees });
  }
  return customers;
}
