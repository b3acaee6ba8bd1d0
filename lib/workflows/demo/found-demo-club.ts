import { addClosures } from '../../catalog/commands/add-closures';
import { addPriceRules } from '../../catalog/commands/add-price-rules';
import { addWeeklyHours } from '../../catalog/commands/add-weekly-hours';
import { createBusiness } from '../../catalog/commands/create-business';
import { createResource } from '../../catalog/commands/create-resource';
import { createService } from '../../catalog/commands/create-service';
import { offerService } from '../../catalog/commands/offer-service';
import { demoBusiness } from '../../catalog/demo-business';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { demoHolidays } from './demo-holidays';

/** Writes the demo business and its offer; readable keys become ids. */
export async function foundDemoClub(tx: Tx, now: Date): Promise<BusinessScope> {
  const { business, resources, services, hours, closures } = demoBusiness;
  const scope = await createBusiness(tx, business);
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (!id) throw new Error(`The demo data name ${key}, which does not exist.`);
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
  const year = now.getUTCFullYear();
  await addClosures(tx, scope, [...closures.map(owned), ...demoHolidays([year, year + 1])], now);
  return scope;
}
