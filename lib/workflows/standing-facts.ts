import { findCatalogVersion, loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Facts } from '../conversation/types';
import { vocabularyOf } from '../conversation/understanding/vocabulary';
import type { Statements } from '../db/statements';
import { toEpochMinute } from '../kernel/time-range';
import type { LocalDate } from '../scheduling/types';
import { localDateOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { serviceFact } from './catalog-facts';

/** What of the facts is the business's, the same for all customers all day. */
type BusinessFacts = Pick<Facts, 'business' | 'services' | 'vocabulary' | 'zone' | 'today'> & {
  catalog: Catalog;
};

export type StandingFacts = BusinessFacts & Pick<Facts, 'now'>;

type Kept = { version: number; facts: BusinessFacts };

const most = 1_000;
const kept = new Map<string, Kept>();

/**
 * The business as the chat knows it. Reading and laying out the offer costs as much as all the rest of a turn, so
 * the last reading is kept and used again while the offer's version in the database is the same and the day too.
 */
export async function loadStandingFacts(
  db: Statements,
  scope: BusinessScope,
  now: Date,
): Promise<StandingFacts> {
  return standingFacts(db, scope, (await findCatalogVersion(db, scope)) ?? 0, now);
}

/** The same, for the offer's version as it was just read. */
export async function standingFacts(
  db: Statements,
  scope: BusinessScope,
  version: number,
  now: Date,
): Promise<StandingFacts> {
  const known = kept.get(scope.businessId);
  if (known?.version === version) {
    const today = localDateOf(toEpochMinute(now), known.facts.zone);
    if (known.facts.today === today) return { ...known.facts, now };
  }
  const facts = factsOfCatalog(await loadCatalog(db, scope), now);
  if (kept.size >= most) kept.clear();
  kept.set(scope.businessId, { version, facts });
  return { ...facts, now };
}

/** A business as the chat knows it, from its whole offer. */
export function factsOfCatalog(catalog: Catalog, now: Date): BusinessFacts {
  const { business } = catalog;
  const today: LocalDate = localDateOf(toEpochMinute(now), business.zone);
  const { latitude, longitude } = business;
  const mapUrl =
    latitude !== null && longitude !== null
      ? `https://maps.google.com/?q=${String(latitude)},${String(longitude)}`
      : null;
  return {
    catalog,
    zone: business.zone,
    today,
    business: {
      name: business.name,
      address: business.address,
      phone: business.phone,
      mapUrl,
      defaultLanguage: business.defaultLanguage,
      wording: business.wording,
      staffIdleMinutes: business.staffIdleMinutes,
    },
    services: catalog.services.map((service) => serviceFact(catalog, service, today)),
    vocabulary: vocabularyOf(catalog, today),
  };
}
