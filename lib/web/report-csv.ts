import { stringify } from 'csv-stringify/sync';
import { dashboardText } from '../i18n/dashboard-messages';
import { weekdayName } from '../i18n/format-day';
import { inLanguage, type Language } from '../kernel/local-text';
import { moneyMethods, type Report } from '../reports/schema';

/**
 * The report's tables one under another, for a spreadsheet: UTF-8 with its mark, so that Excel shows Tamil; money in
 * rupees; a cell that would start a formula is made text.
 */
export function reportCsv(report: Report, language: Language): string {
  const t = dashboardText(language, 'reports');
  const rupees = (paise: number): string => (paise / 100).toFixed(2);
  // What may be below zero is a number: as text it would be taken for a formula.
  const signed = (paise: number): number => paise / 100;
  const shares = (rows: Report['services']) =>
    rows.map((one) => [
      inLanguage(one.name, language),
      one.bookings,
      rupees(one.valuePaise),
      one.bookedMinutes,
      one.cancelled,
      one.noShows,
    ]);
  const shareHead = [t('bookings'), t('valueRupees'), t('minutes'), t('cancelled'), t('noShows')];
  const tables: (string | number)[][] = [
    [t('title'), report.range.from, report.range.to],
    [],
    [t('day'), t('bookings'), t('valueRupees')],
    ...report.days.map((day) => [day.date, day.bookings, rupees(day.valuePaise)]),
    [],
    [
      t('day'),
      t('askedRupees'),
      ...moneyMethods.map((method) => t('rupeesBy', { method: t(`method_${method}`) })),
      t('returnedRupees'),
      t('keptRupees'),
      t('feeRupees'),
    ],
    ...report.moneyDays.map((day) => [
      day.date,
      signed(day.askedPaise),
      ...moneyMethods.map((method) => rupees(day.taken[method])),
      rupees(day.returnedPaise),
      signed(day.keptPaise),
      rupees(day.feePaise),
    ]),
    [],
    [t('service'), ...shareHead],
    ...shares(report.services),
    [],
    [t('resource'), ...shareHead, t('openMinutes')],
    ...shares(report.resources).map((row, place) => [...row, report.resources[place]?.openMinutes ?? 0]),
    [],
    [t('weekday'), t('hour'), t('minutes'), t('openMinutes')],
    ...report.hours.map((one) => [
      weekdayName(language, one.weekday),
      one.hour,
      one.bookedMinutes,
      one.openMinutes,
    ]),
    [],
    [t('customer'), t('bookings'), t('valueRupees')],
    ...report.customers.map((one) => [one.name ?? '', one.bookings, rupees(one.valuePaise)]),
  ];
  return stringify(tables, { bom: true, escape_formulas: true, record_delimiter: '\r\n' });
}
