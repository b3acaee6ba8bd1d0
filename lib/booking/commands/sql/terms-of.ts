import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';

/**
 * What a service says now about paying and giving back, as it stays with a booking made now (promise P14). A business without
 * an account takes no money beforehand, whatever its services say.
 */
export const termsOf = (scope: BusinessScope, serviceId: string): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('rule', CASE WHEN s.payment_rule IN ('deposit', 'full') AND NOT EXISTS (
      SELECT FROM payment_account p WHERE p.business_id = s.business_id AND p.retired_at IS NULL
    ) THEN 'venue' ELSE s.payment_rule END, 'deposit', s.deposit, 'refund', s.refund_rule) FROM service s
  WHERE s.business_id = ${scope.businessId}::uuid AND s.id = ${serviceId}::uuid OFFSET 0)`;
