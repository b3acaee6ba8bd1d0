import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { AttendeeId, CustomerId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import type { Attendee, Relation } from '../types';

/** Adds somebody the customer books for. The same name and relation again is the same person. */
export async function addAttendee(
  tx: Tx,
  scope: BusinessScope,
  input: { customerId: CustomerId; name: string; relation: Relation; age: number | null; now: Date },
): Promise<Attendee> {
  const { businessId } = scope;
  const { customerId, name, relation } = input;
  const birthYear = input.age === null ? null : input.now.getUTCFullYear() - input.age;
  const known = await tx.attendee.findFirst({ where: { businessId, customerId, name, relation } });
  if (known) return { id: known.id as AttendeeId, name, relation, birthYear: known.birthYear };
  const id = newId<AttendeeId>();
  await tx.attendee.create({
    data: { businessId, id, customerId, name, relation, birthYear, createdAt: input.now },
  });
  return { id, name, relation, birthYear };
}
