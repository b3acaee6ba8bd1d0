import { writeXlsxStream } from 'hucre/xlsx';
import { countDeskBookings, listDeskBookings, type DeskRow } from '../booking/desk/queries';
import type { Db } from '../db/client';
import { dashboardText } from '../i18n/dashboard-messages';
import { bookingCells, bookingsHead, eachBooking, type BookingsExport } from './bookings-csv';

/** Rows by which the size of the whole is told. */
const sampleRows = 500;
const columnWidth = 18;

/**
 * The list as an Excel workbook, written while it is read: memory does not grow with the rows, and past the most that a
 * sheet holds another one begins. Every cell is a text or a number, so nothing in it can be a formula. Gives the number of
 * rows, and about how many bytes they will be, since nobody can count rows in what is compressed.
 */
export async function bookingsXlsx(
  db: Db,
  of: BookingsExport,
): Promise<{ total: number; expectedBytes: number; stream: ReadableStream<Uint8Array> }> {
  const total = await countDeskBookings(db, of.scope, of.filters);
  const sample = await listDeskBookings(db, of.scope, of.filters, { after: null, limit: sampleRows });
  const sampleBytes = await lengthOf(workbook(of, onePage(sample)));
  return {
    total,
    expectedBytes: Math.round((sampleBytes * Math.max(total, sample.length)) / Math.max(sample.length, 1)),
    stream: workbook(of, eachBooking(db, of)),
  };
}

const workbook = (of: BookingsExport, pages: AsyncIterable<DeskRow[]>): ReadableStream<Uint8Array> =>
  writeXlsxStream(cellsOf(of, pages), {
    name: dashboardText(of.language, 'bookings')('title'),
    columns: bookingsHead(of.language).map((header) => ({ header, width: columnWidth })),
    freezePane: { rows: 1 },
  });

async function* cellsOf({ language, zone }: BookingsExport, pages: AsyncIterable<DeskRow[]>) {
  for await (const page of pages) for (const row of page) yield bookingCells(row, language, zone);
}

// One page has nothing to wait for.
// eslint-disable-next-line @typescript-eslint/require-await
async function* onePage(rows: DeskRow[]): AsyncGenerator<DeskRow[]> {
  yield rows;
}

async function lengthOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const piece of stream) length += piece.length;
  return length;
}
