import { loadCatalog } from '../../catalog/queries';
import type { Db } from '../../db/client';
import type { LocalText } from '../../kernel/local-text';
import { toEpochMinute } from '../../kernel/time-range';
import { closedBy } from '../../scheduling/closed-by';
import type { Closure } from '../../scheduling/types';
import { localDateOf } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';
import { demoHolidays } from '../demo/demo-holidays';

/** Tamil Nadu's public holidays from today to the end of the next year that are not closed yet, in order. */
export async function suggestHolidays(
  db: Db,
  scope: BusinessScope,
  now: Date,
): Promise<{ date: string; reason: LocalText }[]> {
  const { closures, business } = await loadCatalog(db, scope);
  const { zone } = business;
  const today = localDateOf(toEpochMinute(now), zone);
  const year = Number(today.slice(0, 4));
  const closes = (closure: Closure, date: string): boolean =>
    closedBy(closure, { resourceId: '', hours: [], zone, fromDate: date, toDate: date }).some(
      ({ start }) => localDateOf(start, zone) === date,
    );
  return demoHolidays([year, year + 1])
    .map(({ startsOn, reason }) => ({ date: startsOn, reason }))
    .filter(({ date }) => date >= today && !closures.some((one) => closes(one, date)))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
