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
