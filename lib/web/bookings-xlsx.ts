import writeExcel from 'write-excel-file/node';
import { countDeskBookings } from '../booking/desk/queries';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { bookingCells, bookingsHead, eachBooking, type BookingsExport } from './bookings-csv';

/** A workbook is put together in memory; longer lists go as CSV. */
const mostRows = 50_000;

/** The list as an Excel workbook. Every cell is a text or a number, so nothing in it can be a formula. */
export async function bookingsXlsx(db: Db, of: BookingsExport): Promise<{ total: number; file: Buffer }> {
  const total = await countDeskBookings(db, of.scope, of.filters);
  if (total > mostRows)
    throw new AppError(
      'too-large',
      `Excel files hold ${String(mostRows)} bookings here; take CSV, or fewer days.`,
    );
  const rows = [
    bookingsHead(of.language).map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ];
  const cells: unknown[][] = [];
  for await (const page of eachBooking(db, of))
    for (const row of page) cells.push(bookingCells(row, of.language, of.zone));
  const typed = cells.map((row) =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number } : { value: String(value), type: String },
    ),
  );
  const file = await writeExcel([...rows, ...typed], { sheet: 'Bookings', stickyRowsCount: 1 }).toBuffer();
  return { total, file };
}
