import type { Db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { AttendeeId, CustomerId } from '../kernel/ids';
import { phoneOfWaId } from '../kernel/phone';
import type { Language } from '../kernel/local-text';
import { refusalSql, type MessagePurpose, type Refusal } from '../messaging/purpose';
import type { BusinessScope } from '../tenancy/types';
import { attendeesOf, customersKnownAs } from './sql/person';
import type { Attendee, Customer, Relation } from './types';

export type CustomerRow = {
  id: string;
  waId: string | null;
  bsuid: string | null;
  name: string | null;
  profileName: string | null;
  language: string | null;
  blocked: boolean;
};

/** The customer of such a row. */
export const toCustomer = (row: CustomerRow): Customer => ({
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
    ${customersKnownAs(scope, identity)}`;
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

export type AttendeeRow = Omit<Attendee, 'id' | 'relation'> & { id: string; relation: string };

/** The attendee of such a row. */
export const toAttendee = (row: AttendeeRow): Attendee => ({
  ...row,
  id: row.id as AttendeeId,
  relation: row.relation as Relation,
});

/** Oldest first: the order in which the family was introduced. */
export async function listAttendees(
  db: Db,
  scope: BusinessScope,
  customerId: CustomerId,
): Promise<Attendee[]> {
  const rows = await db.$queryRaw<AttendeeRow[]>`/* statement: attendees */
    ${attendeesOf(scope, Prisma.sql`${customerId}::uuid`)}`;
  return rows.map(toAttendee);
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

/** Why a customer may not be sent a message now; null where they may. Silence is not a no. */
export async function findRefusal(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; purpose: MessagePurpose; bookingId: string | null },
): Promise<Refusal | null> {
  const refusal = Prisma.raw(refusalSql('c', { purpose: 'm.purpose', booking: 'm.booking' }));
  const [row] = await db.$queryRaw<{ refusal: Refusal | null }[]>`/* statement: refusal */
    SELECT ${refusal} AS refusal
    FROM customer c, (SELECT ${input.purpose}::text AS purpose, ${input.bookingId}::uuid AS booking) m
    WHERE c.business_id = ${scope.businessId}::uuid AND c.id = ${input.customerId}::uuid`;
  return row?.refusal ?? null;
}

export type FoundCustomer = NamedCustomer & {
  blocked: boolean;
  attendees: { id: string; name: string; relation: Relation }[];
};

const foundMost = 8;

/** Text as a pattern that means itself. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Customers whose name, number or family member's name contains what was typed, newest first, with their family; at
 * most eight. Answered from the trigram indexes. Spaces within a number do not matter. One statement.
 */
export async function searchCustomers(db: Db, scope: BusinessScope, typed: string): Promise<FoundCustomer[]> {
  const text = typed.trim();
  const isNumber = /^[+\d][\d\s()-]*$/.test(text);
  const wanted = isNumber ? text.replace(/\D/g, '').replace(/^0+/, '') : text;
  if (wanted.length < 2) return [];
  const pattern = `%${literally(wanted)}%`;
  const rows = await db.$queryRaw<
    { id: string; name: string | null; phone: string | null; blocked: boolean; attendees: unknown }[]
  >`/* statement: search-customers */
    WITH found AS (
      SELECT id FROM customer WHERE business_id = ${scope.businessId}::uuid
        AND (coalesce("name", '') || ' ' || coalesce("profile_name", '') || ' ' || coalesce("phone", '')) ILIKE ${pattern}
      UNION
      SELECT customer_id FROM attendee WHERE business_id = ${scope.businessId}::uuid
        AND lower("name") LIKE lower(${pattern})
    )
    SELECT c.id::text, coalesce(c.name, c.profile_name) AS name, c.phone, c.blocked_at IS NOT NULL AS blocked,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'relation', a.relation)
        ORDER BY a.created_at, a.id), '[]') FROM attendee a
        WHERE a.business_id = c.business_id AND a.customer_id = c.id) AS attendees
    FROM customer c WHERE c.business_id = ${scope.businessId}::uuid AND c.id IN (SELECT id FROM found)
      AND c.erased_at IS NULL
    ORDER BY c.created_at DESC, c.id LIMIT ${foundMost}::int`;
  return rows.map((row) => ({
    ...row,
    // Built by the statement itself from rows whose relations the database checks.
    attendees: row.attendees as FoundCustomer['attendees'],
  }));
}
