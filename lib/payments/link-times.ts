export type LinkTimes = {
  /** When the link is to end; to be asked for now. */
  expiresAt: Date;
  /** The gateway takes no link as short as the hold: it must be cancelled when the hold ends. */
  outlivesHold: boolean;
};

/** For clocks that differ and calls that are slow. Source: payments reference 5.4. */
const marginMs = 90_000;

/**
 * When a link for this hold is to end: with the hold, or as soon after it as the gateway allows. `minimumLinkMs` is the
 * gateway's own.
 */
export function linkTimes(holdUntil: Date, now: Date, minimumLinkMs: number): LinkTimes {
  const earliest = now.getTime() + minimumLinkMs + marginMs;
  const outlivesHold = earliest > holdUntil.getTime();
  return { expiresAt: outlivesHold ? new Date(earliest) : holdUntil, outlivesHold };
}
