const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const date = /^\d{4}-\d\d-\d\d$/;

/**
 * A job's payload for staff to see: ids of ours, dates, and yes or no. Of all else the last four characters of a number,
 * or nothing: it may be somebody's number, name or words. Without the business, which they know.
 */
export const maskPayload = (payload: unknown): { field: string; value: string }[] =>
  typeof payload === 'object' && payload !== null
    ? Object.entries(payload)
        .filter(([field, value]) => field !== 'businessId' && value !== null)
        .map(([field, value]) => ({ field, value: maskValue(value) }))
    : [];

function maskValue(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '…';
  // The end of our ids is chance, the beginning is time and much the same for all.
  if (uuid.test(value)) return `…${value.slice(-12)}`;
  if (date.test(value)) return value;
  return /^\+?\d{8,}$/.test(value) ? `…${value.slice(-4)}` : '…';
}

/** Long enough for what went wrong, too short for anybody's letter. */
const detailLength = 300;

/**
 * The last line of an error without what may be somebody's: e-mail addresses, numbers of phones, and whatever stands in
 * quotation marks.
 */
export function maskDetail(error: string): string {
  const lines = error
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (lines.at(-1) ?? '')
    .replaceAll(/"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`/g, '“…”')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/\b(Bearer\s+)\S+|\bEAA[A-Za-z0-9]{16,}/g, '$1…')
    .replaceAll(/\+?\d(?:[\s-]?\d){7,}/g, (digits) => `…${digits.replaceAll(/\D/g, '').slice(-4)}`)
    .slice(0, detailLength);
}
