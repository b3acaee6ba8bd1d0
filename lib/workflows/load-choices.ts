import { loadCatalog } from '../catalog/queries';
import type { Db } from '../db/client';
import { inLanguage, type Language } from '../kernel/local-text';
import type { BusinessScope } from '../tenancy/types';

type Choice = { id: string; name: string };

/**
 * What a list can be narrowed to, by name: services and resources, and of these who sees people one after another;
 * a practitioner's own where `within` is one.
 */
export async function loadChoices(
  db: Db,
  scope: BusinessScope,
  language: Language,
  within: string | null,
): Promise<{ services: Choice[]; resources: Choice[]; doctors: Choice[] }> {
  const { services, resources } = await loadCatalog(db, scope);
  const named = ({ id, name }: { id: string; name: Parameters<typeof inLanguage>[0] }): Choice => ({
    id,
    name: inLanguage(name, language),
  });
  const consulted = new Set(
    services
      .filter(({ kind }) => kind === 'consultation')
      .flatMap(({ offerings }) => offerings.map(({ resourceId }) => resourceId)),
  );
  const own = resources.filter((one) => within === null || one.id === within);
  return {
    services: services.map(named),
    resources: own.map(named),
    doctors: own.filter(({ id }) => consulted.has(id)).map(named),
  };
}
