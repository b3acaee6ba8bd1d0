/** The Indian financial year that a local date lies in, from 1 April: `2026-27`. */
export function financialYearOf(localDate: string): string {
  const year = Number(localDate.slice(0, 4)) - (localDate.slice(5) < '04-01' ? 1 : 0);
  return `${String(year)}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/**
 * The number as it is printed: `R/26-27/0001`. With a prefix of three characters a series has room for a million.
 * Source: CGST Rule 46(b): at most 16 characters, unique in a financial year.
 */
export const receiptNumber = (prefix: string, financialYear: string, sequence: number): string =>
  `${prefix}/${financialYear.slice(2)}/${String(sequence).padStart(4, '0')}`;
