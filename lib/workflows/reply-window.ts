/** Free text may be answered for 24 hours; five minutes are kept for the way. Source: Meta's customer service window. */
export const windowMs = (24 * 60 - 5) * 60_000;

/** Whether a customer who last wrote then may be answered in free words now; outside, only an approved template may go. */
export const isWindowOpen = (of: { lastInboundAt: Date | null }, now: Date): boolean =>
  of.lastInboundAt !== null && now.getTime() - of.lastInboundAt.getTime() < windowMs;
