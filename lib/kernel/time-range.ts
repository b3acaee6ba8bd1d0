/** Minutes since 1970-01-01T00:00Z. Whole numbers; the unit of all availability arithmetic. */
export type EpochMinute = number;

/** Half-open: includes `start`, excludes `end`. */
export type TimeRange = { start: EpochMinute; end: EpochMinute };

export const toEpochMinute = (instant: Date): EpochMinute => Math.floor(instant.getTime() / 60_000);

export const fromEpochMinute = (minute: EpochMinute): Date => new Date(minute * 60_000);

export const overlaps = (a: TimeRange, b: TimeRange): boolean => a.start < b.end && b.start < a.end;
