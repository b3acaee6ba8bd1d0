import { Prisma } from '../../../db/generated/client';
import type { ReminderRule } from '../../../reminders/types';
import type { BusinessScope } from '../../../tenancy/types';

export type ReminderRulesRow = {
  zone: string;
  quietFrom: number | null;
  quietTo: number | null;
  rules: ReminderRule[];
};

/** What decides the reminders of one service's bookings. */
export const reminderRules = (
  scope: BusinessScope,
  serviceId: string,
): Prisma.Sql => Prisma.sql`/* statement: reminder-rules */
SELECT z.zone, z.quiet_from_minute AS "quietFrom", z.quiet_to_minute AS "quietTo",
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'minutes', r.minutes)), '[]')
    FROM reminder_rule r WHERE r.business_id = z.id AND r.service_id = ${serviceId}::uuid AND r.archived_at IS NULL) AS rules
FROM business z WHERE z.id = ${scope.businessId}::uuid`;
