import { formatDay, formatDayShort } from '../i18n/format-day';
import { formatMoney } from '../i18n/format-money';
import { formatDuration, formatTime, formatSpanShort } from '../i18n/format-time';
import { receiptText, type ReceiptKey } from '../i18n/receipt-text';
import { wallClock } from '../i18n/wall-clock';
import { inLanguage, type Language } from '../kernel/local-text';
import type { ReceiptSnapshot } from '../receipts/types';
import { printableLogo } from './printable-logo';
import { column, Sheet } from './sheet';

type SoldPack = NonNullable<ReceiptSnapshot['pack']>;
type Words = { language: Language; t: ReturnType<typeof receiptText> };

const logoSize = 40;

/**
 * A receipt as a PDF file of one A5 page: the same bytes for the same snapshot, language and logo. `logo` is the stored
 * picture; one that cannot be printed is left out.
 */
export function receiptPdf(
  snapshot: ReceiptSnapshot,
  language: Language,
  logo: Uint8Array | null = null,
): Promise<Buffer> {
  const words = { language, t: receiptText(language) };
  const { business, number, issuedAt } = snapshot;
  const sheet = new Sheet({
    title: `${receiptTitle(snapshot, language)} ${number}`,
    author: inLanguage(business.name, language),
    at: new Date(issuedAt),
    language: `${language}-IN`,
  });
  head(sheet, snapshot, words, logo && printableLogo(logo));
  whatFor(sheet, snapshot, words);
  amounts(sheet, snapshot, words);
  foot(sheet, snapshot, words);
  return sheet.end();
}

/** What the document is called. A business without a GST number issues no credit notes in the law's sense. */
export function receiptTitle({ kind, business }: ReceiptSnapshot, language: Language): string {
  const isRefund = kind === 'credit-note' && business.gstin === null;
  return receiptText(language)(isRefund ? 'title_refund' : `title_${kind}`);
}

function head(sheet: Sheet, snapshot: ReceiptSnapshot, { language, t }: Words, logo: Buffer | null): void {
  const { business, number, issuedAt, zone } = snapshot;
  const top = sheet.y;
  const name = inLanguage(business.name, language);
  const shown = logo !== null && sheet.picture(logo, { x: column.left, y: top, size: logoSize });
  const indent = shown ? logoSize + 10 : 0;
  const right = { x: column.left + 222, width: column.width - 222, align: 'right' as const };
  let beside = sheet.text(receiptTitle(snapshot, language), { ...right, size: 13, weight: 'bold' });
  beside = sheet.text(`${t('number')} ${number}`, { ...right, y: beside + 2 });
  beside = sheet.text(`${t('date')} ${digits(issuedAt, zone)}`, { ...right, y: beside });
  const left = { x: column.left + indent, width: 214 - indent };
  let below = sheet.text(name, { ...left, size: 13, weight: 'bold' });
  const small = { ...left, size: 8, tone: 'muted' as const };
  const lines = [
    business.legalName === name ? null : business.legalName,
    inLanguage(business.address, language),
    business.phone && `${t('phone')} ${business.phone}`,
    business.gstin && `${t('gstin')} ${business.gstin}`,
  ];
  for (const line of lines) if (line) below = sheet.text(line, { ...small, y: below + 1 });
  sheet.y = Math.max(beside, below, shown ? top + logoSize : 0);
  sheet.line();
}

function whatFor(sheet: Sheet, snapshot: ReceiptSnapshot, { language, t }: Words): void {
  const { customer, booking, pack, refunded, zone } = snapshot;
  if (customer.name) sheet.row(t(refunded ? 'refundedTo' : 'receivedFrom'), customer.name);
  if (customer.attendee) sheet.row(t('for'), customer.attendee);
  if (booking) {
    sheet.row(t('booking'), booking.reference);
    const { date, minute } = wallClock(new Date(booking.startsAt), zone);
    const until = minute + (Date.parse(booking.endsAt) - Date.parse(booking.startsAt)) / 60_000;
    sheet.row(
      t('when'),
      `${formatDay(language, date)} ${date.slice(0, 4)}, ${formatSpanShort(language, minute, until)}`,
    );
  }
  if (pack) {
    sheet.row(t('pack'), sizeOf(pack, { language, t }));
    sheet.row(t('valid'), [pack.startsOn, pack.endsOn].map(onPaper).join(' – '));
  }
  sheet.line();
}

/** What there is in a pack. */
function sizeOf({ kind, quantity, memberPercent }: SoldPack, { language, t }: Words): string {
  switch (kind) {
    case 'membership':
      return t('member', { percent: memberPercent ?? 0 });
    case 'hours':
      return formatDuration(language, quantity ?? 0);
    case 'visits':
      return t('visits', { count: quantity ?? 0 });
  }
}

/** What the money is for, in one line. */
function whatOf({ booking, pack }: ReceiptSnapshot, { language, t }: Words): string {
  if (pack) return inLanguage(pack.name, language);
  if (!booking) return '';
  const service = booking.service ? inLanguage(booking.service, language) : t('consultation');
  return `${service} · ${inLanguage(booking.resource, language)}`;
}

function amounts(sheet: Sheet, snapshot: ReceiptSnapshot, words: Words): void {
  const { t } = words;
  const { tax, sac, amountPaise, refunded } = snapshot;
  const what = whatOf(snapshot, words);
  const coded = sac ? `${what} (${t('sac', { code: sac })})` : what;
  const amount = { amount: true };
  if (tax) {
    sheet.y = sheet.text(coded) + 4;
    sheet.row(t('taxable'), exact(tax.taxablePaise), amount);
    const percent = tax.percent / 2;
    sheet.row(t('cgst', { percent }), exact(tax.cgstPaise), amount);
    sheet.row(t('sgst', { percent }), exact(tax.sgstPaise), amount);
  } else sheet.row(coded, exact(amountPaise), { ...amount, ink: true });
  sheet.line();
  sheet.row(t(refunded ? 'refunded' : 'received'), exact(amountPaise), {
    amount: true,
    bold: true,
    size: 11,
  });
  sheet.line();
}

function foot(sheet: Sheet, snapshot: ReceiptSnapshot, { language, t }: Words): void {
  const { booking, pack, refunded, paid, zone, tax } = snapshot;
  const way = refunded ?? paid;
  const said = [t(wayKey(way)), way.reference, moment(language, way.at, zone)];
  sheet.row(t(refunded ? 'refundedBy' : 'paidBy'), said.filter((one) => one !== null).join(' · '));
  if (refunded) sheet.row(t('refundOf'), refunded.of);
  else {
    sheet.row(t('price'), exact(booking?.askedPaise ?? pack?.pricePaise ?? 0));
    if (booking) sheet.row(t('balance'), exact(booking.duePaise));
  }
  sheet.line();
  const small = { size: 7.5, tone: 'muted' as const };
  if (tax) {
    const state = t(`state_${tax.state}` as ReceiptKey);
    sheet.y = sheet.text(t('placeOfSupply', { state, code: tax.state }), small);
    sheet.y = sheet.text(t('reverseCharge'), small);
  }
  sheet.y = sheet.text(t('computer'), small);
}

/** `26-11-2026`, as dates stand on papers in India. */
const digits = (at: string, zone: string): string => onPaper(wallClock(new Date(at), zone).date);

const onPaper = (date: string): string => date.split('-').reverse().join('-');

function moment(language: Language, at: string, zone: string): string {
  const { date, minute } = wallClock(new Date(at), zone);
  return `${formatDayShort(language, date)} ${date.slice(0, 4)}, ${formatTime(language, minute)}`;
}

/** Always with its paise: what is printed is added up by others. */
const exact = (paise: number): string =>
  paise % 100 === 0 ? `${formatMoney(paise)}.00` : formatMoney(paise);

function wayKey({ method, instrument }: ReceiptSnapshot['paid']): ReceiptKey {
  if (method !== 'gateway') return `way_${method}`;
  const known = (['upi', 'card', 'netbanking', 'wallet'] as const).find((one) => one === instrument);
  return known ? `way_${known}` : 'way_online';
}
