import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** Columns of `CustomerRow` of whoever has one of these ids. */
export const customersKnownAs = (
  scope: BusinessScope,
  identity: { waId?: string | undefined; bsuid?: string | undefined },
): Prisma.Sql => Prisma.sql`
  SELECT id, wa_id AS "waId", bsuid, name, profile_name AS "profileName", language, blocked_at IS NOT NULL AS blocked
  FROM customer WHERE business_id = ${scope.businessId}::uuid
    AND (bsuid = ${identity.bsuid ?? null}::text OR wa_id = ${identity.waId ?? null}::text)`;

/** Columns of `AttendeeRow`, in the order in which a customer's family was introduced. */
export const attendeesOf = (scope: BusinessScope, customerId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT id, name, relation, birth_year AS "birthYear" FROM attendee
  WHERE business_id = ${scope.businessId}::uuid AND customer_id = ${customerId} ORDER BY created_at, id`;
