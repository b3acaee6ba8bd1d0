import type { Db } from '../db/client';
import type { AttendeeId, CustomerId } from '../kernel/ids';
import { phoneOfWaId } from '../kernel/phone';
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
  blocked: boolean;
};

const toCustomer = (row: CustomerRow): Customer => ({
  id: row.id as CustomerId,
  waId: row.waId,
  bsuid: row.bsuid,
  name: row.name,
  profileName: row.profileName,
  language: row.language as Language | null,
  blocked: row.blocked,
});

/** Whoever has one of these ids: nobody, one customer, or two who may turn out to be one. */
export async function findByIdentity(
  db: Db,
  scope: BusinessScope,
  identity: { waId?: string | undefined; bsuid?: string | undefined },
): Promise<Customer[]> {
  const rows = await db.$queryRaw<CustomerRow[]>`/* statement: customer-by-identity */
    SELECT id, wa_id AS "waId", bsuid, name, profile_name AS "profileName", language,
      blocked_at IS NOT NULL AS blocked
    FROM customer
    WHERE business_id = ${scope.businessId}::uuid
      AND (bsuid = ${identity.bsuid ?? null}::text OR wa_id = ${identity.waId ?? null}::text)`;
  return rows.map(toCustomer);
}

export async function getCustomer(db: Db, scope: BusinessScope, customerId: string): Promise<Customer> {
  const row = await db.customer.findUniqueOrThrow({
    where: { businessId_id: { businessId: scope.businessId, id: customerId } },
    select: {
      id: true,
      waId: true,
      bsuid: true,
      name: true,
      profileName: true,
      language: true,
      blockedAt: true,
    },
  });
  return toCustomer({ ...row, blocked: row.blockedAt !== null });
}

/** Oldest first: the order in which the family was introduced. */
export async function listAttendees(
  db: Db,
  scope: BusinessScope,
  customerId: CustomerId,
): Promise<Attendee[]> {
  const rows = await db.$queryRaw<(Omit<Attendee, 'id' | 'relation'> & { id: string; relation: string })[]>`
    /* statement: attendees */
    SELECT id, name, relation, birth_year AS "birthYear" FROM attendee
    WHERE business_id = ${scope.businessId}::uuid AND customer_id = ${customerId}::uuid ORDER BY created_at, id`;
  return rows.map((row) => ({ ...row, id: row.id as AttendeeId, relation: row.relation as Relation }));
}

export type NamedCustomer = { id: string; name: string | null; phone: string | null };

/** What to call these customers, and their numbers in E.164 where known. One statement. */
export async function listNamed(
  db: Db,
  scope: BusinessScope,
  customerIds: readonly string[],
): Promise<NamedCustomer[]> {
  if (customerIds.length === 0) return [];
  const rows = await db.customer.findMany({
    where: { businessId: scope.businessId, id: { in: [...customerIds] } },
    select: { id: true, name: true, profileName: true, phone: true, waId: true },
  });
  return rows.map(({ id, name, profileName, phone, waId }) => ({
    id,
    name: name ?? profileName,
    phone: phone ?? (waId === null ? null : phoneOfWaId(waId)),
  }));
}

/** Whether the customer's last word on a purpose was no. Silence is not a no. */
export async function hasRefused(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; purpose: 'own-bookings' | 'reminders' | 'offers' },
): Promise<boolean> {
  const last = await db.consentRecord.findFirst({
    where: { businessId: scope.businessId, customerId: input.customerId, purpose: input.purpose },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { granted: true },
  });
  return last?.granted === false;
}
