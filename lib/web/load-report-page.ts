import { loadCatalog } from '../catalog/queries';
import { inLanguage, type Language } from '../kernel/local-text';
import { toEpochMinute } from '../kernel/time-range';
import { reportQuerySchema, type Report } from '../reports/schema';
import { addDays, localDateOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { loadReport } from '../workflows/load-report';
import { world } from './world';

type Wanted = { from?: unknown; to?: unknown };

/** The first view of the reports: the span in the address, or the last thirty days. */
export async function loadReportPage(
  scope: BusinessScope,
  language: Language,
  wanted: Wanted,
): Promise<{ initial: Report; today: string; services: { id: string; name: string }[] }> {
  const { database, clock } = world();
  const { business, services } = await loadCatalog(database.prisma, scope);
  const today = localDateOf(toEpochMinute(clock.now()), business.zone);
  const asked = reportQuerySchema.safeParse({ from: wanted.from, to: wanted.to });
  const range = asked.success ? asked.data : { from: addDays(today, -29), to: today };
  return {
    initial: await loadReport(database.prisma, scope, range),
    today,
    services: services.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
  };
}
