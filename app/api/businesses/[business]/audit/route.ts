import { auditLog, auditQuery } from '../../../../../lib/tenancy/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listAudit } from '../../../../../lib/workflows/list-audit';

/** Who did what to what. */
export const GET = staffRoute(
  {
    permission: 'audit.view',
    summary: 'Lists the audit log, newest first, by action and person where asked.',
    query: auditQuery,
    answer: auditLog,
  },
  ({ world, scope, query }) => listAudit(world.database.prisma, scope, query),
);
