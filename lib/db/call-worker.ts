/** Where one worker process hears that there is something to do. */
export const callChannel = (workerId: string): string => `neram_call_${workerId}`;

/** A worker that has not shown itself for so long is not called any more. It writes its sign of life every five seconds. */
const silentSeconds = 12;

/**
 * SQL: the workers alive at the instant `now`, the one for `key` first. Each key keeps its worker while that lives, and only
 * the keys of a worker that goes find another (rendezvous hashing).
 */
export const workersFor = (key: string, now: string): string => `
  SELECT id FROM worker_process WHERE seen_at > ${now} - interval '${String(silentSeconds)} seconds'
  ORDER BY hashtext(id::text || ${key})`;
