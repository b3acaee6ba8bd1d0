/**
 * More than anybody types or taps within a minute who wants something: a booking is six quick taps, and a person who
 * sends every word on its own comes to a dozen.
 */
export const floodMessages = 20;
const floodWithinMs = 60_000;
/** How long nothing is answered after the last message that was too much. */
const quietMs = 5 * 60_000;
/** A flood that goes on is not answered again so soon. */
const tellAgainMs = 60 * 60_000;

/** What is stored of a chat that this depends on; all of them times at the provider, so that a backlog here is no flood. */
export type FloodMarks = {
  /** When the twentieth last message before this one was written; null: there are fewer. */
  nthInboundAt: Date | null;
  floodUntil: Date | null;
  floodToldAt: Date | null;
};

/** `begins`: asked to slow down. `goes-on`: not answered any more. `until`: as it is to be stored; null: as it was. */
export type Flood = { kind: 'begins'; until: Date } | { kind: 'goes-on'; until: Date | null };

/** Whether a message written at `at` is one too many; null for every ordinary one. */
export function floodOf({ nthInboundAt, floodUntil, floodToldAt }: FloodMarks, at: Date): Flood | null {
  const tooMany = nthInboundAt !== null && at.getTime() - nthInboundAt.getTime() < floodWithinMs;
  const quiet = floodUntil !== null && at < floodUntil;
  if (!tooMany && !quiet) return null;
  const until = new Date(at.getTime() + quietMs);
  const told = floodToldAt !== null && at.getTime() - floodToldAt.getTime() < tellAgainMs;
  if (tooMany && !told) return { kind: 'begins', until };
  return { kind: 'goes-on', until: tooMany ? until : null };
}
