import type { Db } from '../db/client';
import type { AttendeeId, CustomerId } from '../kernel/ids';
import type { Language } from '../kernel/local-text';
import type { BusinessScope } from '../tenancy/types';
import type { Attendee, Customer, Relation } from './types';

type CustomerRow = {
  id: string;
  waId: string | null;
  bsuid: string | null;
  name: string | null;
  profileName: string | null;
  language: string | null;
};

const columns = { id: true, waId: true, bsuid: true, name: true, profileName: true, language: true } as const;

const toCustomer = (row: CustomerRow): Customer => ({
  id: row.id as CustomerId,
  waId: row.waId,
  bsuid: row.bsuid,
  name: row.name,
  profileName: row.profileName,
  language: row.language as Language | null,
});

export async function findCustomerBy(
  db: Db,
  scope: BusinessScope,
  identity: { waId: string } | { bsuid: string },
): Promise<Customer | null> {
  const row = await db.customer.findFirst({
    where: { businessId: scope.businessId, ...identity },
    select: columns,
  });
  return row && toCustomer(row);
}

export async function getCustomer(db: Db, scope: BusinessScope, customerId: string): Promise<Customer> {
  const row = await db.customer.findUniqueOrThrow({
    where: { businessId_id: { businessId: scope.businessId, id: customerId } },
    select: columns,
  });
  return toCustomer(row);
}

/** Oldest first: the order in which the family was introduced. */
export async function listAttendees(
  db: Db,
  scope: BusinessScope,
  customerId: CustomerId,
): Promise<Attendee[]> {
  const rows = await db.attendee.findMany({
    where: { businessId: scope.businessId, customerId },
    select: { id: true, name: true, relation: true, birthYear: true },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map((row) => ({ ...row, id: row.id as AttendeeId, relation: row.relation as Relation }));
}
