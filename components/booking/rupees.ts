/** Paise as rupees are typed: `500`, `500.50`. */
export const typedRupees = (paise: number): string =>
  paise % 100 === 0 ? String(paise / 100) : (paise / 100).toFixed(2);

/** Rupees as somebody typed them, in whole paise; null for what is no amount. */
export function readRupees(text: string): number | null {
  const [, rupees = '', paise = ''] = /^\s*₹?\s*(\d{1,7}(?:,\d{2,3})*)(?:\.(\d{1,2}))?\s*$/.exec(text) ?? [];
  if (rupees === '') return null;
  return Number(rupees.replaceAll(',', '')) * 100 + Number(paise.padEnd(2, '0') || '0');
}
