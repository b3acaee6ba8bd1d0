import type { Catalog } from '../catalog/types';
import type { AvailabilityQuery, Facts } from '../conversation/types';
import type { Statements } from '../db/statements';
import type { DayAvailability } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { membersDays } from './packs/as-member';
import { loadAvailability } from './load-availability';

/** The facts, but for the free times, and the catalogue those follow from. */
export type KnownFacts = Omit<Facts, 'availability'> & { catalog: Catalog };

/** Thrown through the engine when it asks for free times that are not loaded yet. Never leaves this file. */
class NotLoaded extends Error {
  constructor(readonly query: AvailabilityQuery) {
    super('Availability is not loaded yet.');
  }
}

const keyOf = (query: AvailabilityQuery): string =>
  [
    query.serviceId,
    query.resourceId,
    query.fromDate,
    query.toDate,
    query.durationMinutes,
    query.exceptBookingId,
  ].join('|');

/**
 * Runs a pure function of the facts, loading free times only as it asks for them: the first run that meets an
 * unknown query is dropped, the query loaded, and the function run again. That is safe exactly because it is
 * pure, and saves reading a month of bookings for a turn that does not need it. What the customer holds themselves
 * does not count as taken: they may keep it, or take it again.
 */
export async function withAvailability<T>(
  db: Statements,
  scope: BusinessScope,
  known: KnownFacts,
  run: (facts: Facts) => T,
): Promise<T> {
  const loaded = new Map<string, DayAvailability[]>();
  const own = known.bookings.filter((booking) => booking.status === 'held').map((booking) => booking.id);
  const facts: Facts = {
    ...known,
    availability(query) {
      const days = loaded.get(keyOf(query));
      if (!days) throw new NotLoaded(query);
      return days;
    },
  };
  for (;;) {
    try {
      return run(facts);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      const { query } = error;
      const except = query.exceptBookingId === null ? own : [...own, query.exceptBookingId];
      const wish = { ...query, now: known.now, catalog: known.catalog, except };
      const days = await loadAvailability(db, scope, wish);
      loaded.set(keyOf(query), membersDays(known.packs, query.serviceId, days));
    }
  }
}
