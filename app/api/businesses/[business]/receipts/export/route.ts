import { receiptExportQuery } from '../../../../../../lib/receipts/schema';
import { receiptsCsv } from '../../../../../../lib/web/receipts-csv';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { eachReceipt } from '../../../../../../lib/workflows/money/list-receipts';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary: 'The receipts of a month with their tax, as a CSV file.',
    query: receiptExportQuery,
  },
  ({ world, scope, membership, query: { month }, language }) => {
    const pages = eachReceipt(world.database.prisma, scope, { month, zone: membership.zone });
    return Promise.resolve(
      new Response(receiptsCsv(pages, language), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="receipts-${month}.csv"`,
          'cache-control': 'no-store',
        },
      }),
    );
  },
);
