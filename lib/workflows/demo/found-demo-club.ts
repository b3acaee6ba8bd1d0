import { addClosures } from '../../catalog/commands/add-closures';
import { createBusiness } from '../../catalog/commands/create-business';
import { demoBusiness } from '../../catalog/demo-business';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { addOffer } from '../add-offer';
import { demoHolidays } from './demo-holidays';

/** Writes the demo business and its offer. */
export async function foundDemoClub(tx: Tx, now: Date): Promise<BusinessScope> {
  const { business, closures, ...offer } = demoBusiness;
  const scope = await createBusiness(tx, business);
  const idOf = await addOffer(tx, scope, offer);
  const owned = closures.map((one) => ({ ...one, resourceId: one.resourceId && idOf(one.resourceId) }));
  const year = now.getUTCFullYear();
  await addClosures(tx, scope, [...owned, ...demoHolidays([year, year + 1])], now);
  return scope;
}
