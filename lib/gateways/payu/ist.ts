// PayU writes and reads times of India without saying so: `2026-11-26 15:30:00`. India has one zone and no summer time.

const offsetMs = 330 * 60_000;

/** The instant as PayU writes it, rounded up to the second. */
export const istOf = (instant: Date): string =>
  new Date(Math.ceil(instant.getTime() / 1000) * 1000 + offsetMs)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');

/** India's date at this instant: `YYYY-MM-DD`. */
export const istDateOf = (instant: Date): string =>
  new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);

/** The instant of PayU's time; null when it is none. */
export function instantOf(text: string | null | undefined): Date | null {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?$/.exec(text ?? '');
  if (!parts) return null;
  const instant = new Date(`${parts[1] ?? ''}T${parts[2] ?? ''}+05:30`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
