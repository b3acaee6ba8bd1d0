const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

/**
 * What calendar and clock on the wall of a zone show at a moment: the date and the minutes since midnight. For the
 * browser, where the zone library of `scheduling` would weigh more than all else.
 */
export function wallClock(at: Date, zone: string): { date: string; minute: number } {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = value;
  const { year = '', month = '', day = '', hour = '0', minute = '0' } = part;
  return { date: `${year}-${month}-${day}`, minute: Number(hour) * 60 + Number(minute) };
}

/**
 * The moment at which the wall clock of a zone shows a minute of a date. Where the clocks jump over it, a moment
 * beside it.
 */
export function instantAt(date: string, minute: number, zone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const shift = (at: number): number => {
    const shown = wallClock(new Date(at), zone);
    return Date.parse(`${shown.date}T00:00:00Z`) + shown.minute * 60_000 - at;
  };
  // The offset at the wanted moment, not at the guess: they differ around a change of the clocks.
  return new Date(wanted - shift(wanted - shift(wanted)));
}
