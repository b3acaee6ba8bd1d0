import { budgetStateOf } from '../../costs/budget';
import { loadCostBasis, loadCostSums, loadOwnPrices, loadRuleEffects, loadSpent } from '../../costs/queries';
import type { CostReport, MessageAttention } from '../../costs/schema';
import type { Db } from '../../db/client';
import { priceList } from '../../messaging/price-list';
import { listTiers, loadReach } from '../../outbox/queries';
import { limitOf } from '../../outbox/reach';
import type { BusinessScope } from '../../tenancy/types';
import { monthOf, spanOfMonth } from './month';

/** What messages cost in a month (absent: the running one), by what prices, and what reminders brought. */
export async function loadCosts(
  db: Db,
  scope: BusinessScope,
  { month: asked, now }: { month?: string | undefined; now: Date },
): Promise<CostReport> {
  const { budgetPaise, zone } = await loadCostBasis(db, scope);
  const thisMonth = monthOf(now, zone);
  const month = asked ?? thisMonth;
  const sums = await loadCostSums(db, scope, spanOfMonth(month, zone));
  const spent =
    month === thisMonth ? sums.milliPaise : await loadSpent(db, scope, spanOfMonth(thisMonth, zone));
  const own = (await loadOwnPrices(db, [scope.businessId])).get(scope.businessId) ?? [];
  return {
    ...sums,
    month,
    thisMonth,
    budget: budgetStateOf(budgetPaise, spent),
    reach: await loadReachOf(db, scope, now),
    rules: await loadRuleEffects(db, scope, { now, zone }),
    prices: [
      ...own.map(({ id, ...price }) => ({ ...price, own: id, verified: true, source: '' })),
      ...priceList.prices.map((price) => ({ ...price, own: null })),
    ],
    pricesRecordedOn: priceList.recordedOn,
  };
}

/** How far this month's costs are from the budget, and how many messages wait for the messaging limit. */
export async function loadMessageAttention(
  db: Db,
  scope: BusinessScope,
  now: Date,
): Promise<MessageAttention> {
  const { budgetPaise, zone } = await loadCostBasis(db, scope);
  const spent = budgetPaise === null ? 0 : await loadSpent(db, scope, spanOfMonth(monthOf(now, zone), zone));
  const { waiting } = await loadReach(db, scope, now);
  return { ...budgetStateOf(budgetPaise, spent), waiting };
}

async function loadReachOf(db: Db, scope: BusinessScope, now: Date): Promise<CostReport['reach']> {
  const tiers = await listTiers(db, scope);
  const told = tiers.some((tier) => tier !== null);
  return { limit: limitOf(tiers), told, ...(await loadReach(db, scope, now)) };
}
