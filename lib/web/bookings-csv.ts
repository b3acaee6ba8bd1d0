import { stringify } from 'csv-stringify/sync';
import { countDeskBookings, listDeskBookings, type DeskFilters, type DeskRow } from '../booking/desk/queries';
import type { Db } from '../db/client';
import { dashboardText } from '../i18n/dashboard-messages';
import { wallClock } from '../i18n/wall-clock';
import { inLanguage, type Language } from '../kernel/local-text';
import type { BusinessScope } from '../tenancy/types';

const pageSize = 1_000;
const options = { escape_formulas: true, record_delimiter: '\r\n' } as const;

export type BookingsExport = { scope: BusinessScope; filters: DeskFilters; language: Language; zone: string };

const two = (minute: number): string => String(minute).padStart(2, '0');

const clock = (at: Date, zone: string): string => {
  const { date, minute } = wallClock(at, zone);
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

/** The head of the table, in the reader's language. */
export function bookingsHead(language: Language): string[] {
  const t = dashboardText(language, 'bookings');
  return [
    t('reference'),
    t('start'),
    t('end'),
    t('service'),
    t('resource'),
    t('who'),
    t('customer'),
    t('phone'),
    t('status'),
    t('source'),
    t('rupees'),
    t('paidRupees'),
    t('dueRupees'),
    t('payment'),
    t('created'),
  ];
}

/** One booking as a row: times by the business's clocks, money in rupees. */
export function bookingCells(row: DeskRow, language: Language, zone: string): (string | number)[] {
  const t = dashboardText(language, 'bookings');
  return [
    row.reference,
    clock(row.startsAt, zone),
    clock(row.endsAt, zone),
    inLanguage(row.serviceName, language),
    inLanguage(row.resourceName, language),
    row.attendeeName ?? '',
    row.customerName ?? '',
    row.phone ?? '',
    t(row.status),
    t(row.source),
    row.pricePaise / 100,
    row.keptPaise / 100,
    row.duePaise / 100,
    t(`pay-${row.payment}`),
    clock(row.createdAt, zone),
  ];
}

/** All bookings that the filters let through, read page by page. */
export async function* eachBooking(db: Db, { scope, filters }: BookingsExport): AsyncGenerator<DeskRow[]> {
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const rows: DeskRow[] = await listDeskBookings(db, scope, filters, { after, limit: pageSize });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    after = { at: filters.sort === 'created' ? last.createdAt : last.startsAt, id: last.id };
  }
}

/**
 * The list as a CSV file, written while it is read, so that a million rows need no more memory than a thousand. UTF-8 with
 * its mark, so that Excel shows Tamil; a cell that would start a formula is made text. Gives the number of rows too.
 */
export async function bookingsCsv(
  db: Db,
  of: BookingsExport,
): Promise<{ total: number; stream: ReadableStream<Uint8Array> }> {
  const total = await countDeskBookings(db, of.scope, of.filters);
  const pages = eachBooking(db, of);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(stringify([bookingsHead(of.language)], { ...options, bom: true })));
    },
    async pull(controller) {
      const page = await pages.next();
      if (page.done) {
        controller.close();
        return;
      }
      const cells = page.value.map((row) => bookingCells(row, of.language, of.zone));
      controller.enqueue(encoder.encode(stringify(cells, options)));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return { total, stream };
}
