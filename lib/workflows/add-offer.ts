import { addPriceRules } from '../catalog/commands/add-price-rules';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { createResource } from '../catalog/commands/create-resource';
import { createService } from '../catalog/commands/create-service';
import { offerService } from '../catalog/commands/offer-service';
import type { Offer } from '../catalog/templates';
import type { Tx } from '../db/client';
import type { BusinessScope } from '../tenancy/types';

/**
 * Writes an offer given as plain data into a business that has none; its readable keys become ids. Returns the id of
 * each court or doctor by its key.
 */
export async function addOffer(
  tx: Tx,
  scope: BusinessScope,
  { services, resources, hours }: Offer,
): Promise<(key: string) => string> {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (!id) throw new Error(`The offer names ${key}, which does not exist.`);
    return id;
  };
  const owned = <T extends { resourceId: string | null }>(row: T): T => ({
    ...row,
    resourceId: row.resourceId === null ? null : idOf(row.resourceId),
  });
  for (const [position, resource] of resources.entries()) {
    ids.set(resource.id, await createResource(tx, scope, { ...resource, position }));
  }
  for (const [position, service] of services.entries()) {
    const serviceId = await createService(tx, scope, { ...service, position });
    const offered = service.offerings.map((each) => ({ ...each, resourceId: idOf(each.resourceId) }));
    await offerService(tx, scope, serviceId, offered);
    await addPriceRules(tx, scope, serviceId, service.priceRules.map(owned));
  }
  await addWeeklyHours(tx, scope, hours.map(owned));
  return idOf;
}
