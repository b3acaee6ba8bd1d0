import { stringify } from 'csv-stringify/sync';
import { dashboardText } from '../i18n/dashboard-messages';
import { wallClock } from '../i18n/wall-clock';
import { inLanguage, type Language } from '../kernel/local-text';
import type { ReceiptSnapshot } from '../receipts/types';

const options = { escape_formulas: true, record_delimiter: '\r\n' } as const;

/** The head of the table, in the reader's language. */
function receiptsHead(language: Language): string[] {
  const t = dashboardText(language, 'receipts');
  return [
    t('number'),
    t('date'),
    t('kind'),
    t('forDocument'),
    t('customer'),
    t('booking'),
    t('resource'),
    t('sac'),
    t('gstPercent'),
    t('taxable'),
    t('cgst'),
    t('sgst'),
    t('rupees'),
    t('paidBy'),
    t('bankReference'),
  ];
}

/** One document as a row: money in rupees, what went back with a minus, so that a column adds up. */
export function receiptCells(snapshot: ReceiptSnapshot, language: Language): (string | number)[] {
  const { kind, tax, refunded, paid, booking, pack, zone } = snapshot;
  const kindText = dashboardText(language, 'bookings')(`doc-${kind}`);
  const about = pack?.name ?? booking?.resource;
  const way = refunded ?? paid;
  const rupees = (paise: number): number => (refunded ? -paise : paise) / 100;
  return [
    snapshot.number,
    wallClock(new Date(snapshot.issuedAt), zone).date,
    kindText,
    refunded?.of ?? '',
    snapshot.customer.name ?? '',
    booking?.reference ?? '',
    about ? inLanguage(about, language) : '',
    snapshot.sac ?? '',
    tax?.percent ?? '',
    tax ? rupees(tax.taxablePaise) : '',
    tax ? rupees(tax.cgstPaise) : '',
    tax ? rupees(tax.sgstPaise) : '',
    rupees(snapshot.amountPaise),
    way.instrument ?? way.method,
    way.reference ?? '',
  ];
}

/** A CSV file written while its documents are read. UTF-8 with its mark, so that Excel shows Tamil. */
export function receiptsCsv(
  pages: AsyncGenerator<{ snapshot: ReceiptSnapshot }[]>,
  language: Language,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(stringify([receiptsHead(language)], { ...options, bom: true })));
    },
    async pull(controller) {
      const page = await pages.next();
      if (page.done) {
        controller.close();
        return;
      }
      const cells = page.value.map(({ snapshot }) => receiptCells(snapshot, language));
      controller.enqueue(encoder.encode(stringify(cells, options)));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}
