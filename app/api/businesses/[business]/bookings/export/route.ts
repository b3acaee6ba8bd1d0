import { bookingExportQuery } from '../../../../../../lib/booking/desk/schema';
import { bookingsCsv } from '../../../../../../lib/web/bookings-csv';
import { bookingsXlsx } from '../../../../../../lib/web/bookings-xlsx';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { deskFilters } from '../../../../../../lib/workflows/list-bookings';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const GET = staffRoute(
  {
    permission: 'booking.export',
    summary: 'The bookings that a search and filters let through, as a CSV or Excel file.',
    query: bookingExportQuery,
  },
  async ({ world, scope, membership, query, language }) => {
    const { format, ...wish } = query;
    const { zone, resourceId: within } = membership;
    const filters = deskFilters({ zone, within, now: world.clock.now() }, wish);
    const of = { scope, filters, zone, language };
    const { prisma } = world.database;
    const { stream, ...size } =
      format === 'csv' ? await bookingsCsv(prisma, of) : await bookingsXlsx(prisma, of);
    return new Response(stream, {
      headers: {
        'content-type': types[format],
        'content-disposition': `attachment; filename="bookings.${format}"`,
        'x-total-rows': String(size.total),
        ...('expectedBytes' in size && { 'x-expected-bytes': String(size.expectedBytes) }),
        'cache-control': 'no-store',
      },
    });
  },
);
