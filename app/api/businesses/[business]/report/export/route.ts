import { reportQuerySchema } from '../../../../../../lib/reports/schema';
import { reportCsv } from '../../../../../../lib/web/report-csv';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadReport } from '../../../../../../lib/workflows/load-report';

export const GET = staffRoute(
  { permission: 'report.view', summary: 'The same report as a CSV file.', query: reportQuerySchema },
  async ({ world, scope, query, language }) => {
    const report = await loadReport(world.database.prisma, scope, query);
    return new Response(reportCsv(report, language), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="report-${query.from}-${query.to}.csv"`,
        'cache-control': 'no-store',
      },
    });
  },
);
