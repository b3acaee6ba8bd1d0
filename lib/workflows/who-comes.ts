import type { newBookingSchema } from '../booking/schema';
import { updateCustomer } from '../customers/commands/update-customer';
import { listAttendees, listNamed } from '../customers/queries';
import type { Tx } from '../db/client';
import { AppError } from '../kernel/app-error';
import type { AttendeeId, CustomerId } from '../kernel/ids';
import { phoneOfTyped } from '../kernel/phone';
import { publish } from '../live/publish';
import type { BusinessScope } from '../tenancy/types';
import type { z } from 'zod';
import { meetCustomer } from './meet-customer';
import type { World } from './types';

type Given = Pick<z.output<typeof newBookingSchema>, 'customer' | 'attendeeId' | 'attendeeName'>;

/** Whose booking it becomes. */
export type Who = {
  customerId: CustomerId | null;
  attendeeId: AttendeeId | null;
  attendeeName: string | null;
};

/**
 * Finds or makes whom a booking at the desk is for. Throws `invalid` for a number that is none and for nobody at all,
 * `not-found` for somebody unknown.
 */
export async function whoComes(
  tx: Tx,
  world: Pick<World, 'clock' | 'markOf'>,
  scope: BusinessScope,
  input: Given,
): Promise<Who> {
  const { customer, attendeeId, attendeeName } = input;
  if (customer === null) {
    if (!attendeeName)
      throw new AppError('invalid', 'Say for whom it is.', [{ path: 'attendeeName', message: 'required' }]);
    return { customerId: null, attendeeId: null, attendeeName };
  }
  if (customer.kind === 'new') return newcomer(tx, world, scope, { ...customer, attendeeName });
  const [known] = await listNamed(tx, scope, [customer.id]);
  if (!known) throw new AppError('not-found', 'There is no such customer.');
  const customerId = known.id as CustomerId;
  const attendees = attendeeId === null ? [] : await listAttendees(tx, scope, customerId);
  const attendee = attendees.find((one) => one.id === attendeeId);
  return {
    customerId,
    attendeeId: attendee?.id ?? null,
    attendeeName: attendee?.name ?? attendeeName ?? known.name,
  };
}

/** Somebody with a number becomes a customer, whom a later chat will recognise; without one only the name is kept. */
async function newcomer(
  tx: Tx,
  world: Pick<World, 'clock' | 'markOf'>,
  scope: BusinessScope,
  given: { name: string; phone: string; attendeeName: string | null },
): Promise<Who> {
  const attendeeName = given.attendeeName ?? given.name;
  if (!given.phone) return { customerId: null, attendeeId: null, attendeeName };
  const phone = phoneOfTyped(given.phone);
  if (phone === null)
    throw new AppError('invalid', 'That is no phone number.', [{ path: 'customer.phone', message: 'phone' }]);
  const customer = await meetCustomer(tx, world, scope, { waId: phone.slice(1) });
  if (customer.name === null) await updateCustomer(tx, scope, customer.id, { name: given.name });
  await publish(tx, scope, { kind: 'customers', id: customer.id });
  return { customerId: customer.id, attendeeId: null, attendeeName };
}
