import { budgetStateOf } from '../../costs/budget';
import { loadCostBasis, loadCostSums, loadOwnPrices, loadRuleEffects, loadSpent } from '../../costs/queries';
import type { BudgetState, CostReport } from '../../costs/schema';
import type { Db } from '../../db/client';
import { priceList } from '../../messaging/price-list';
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
    rules: await loadRuleEffects(db, scope, { now, zone }),
    prices: [
      ...own.map(({ id, ...price }) => ({ ...price, own: id, verified: true, source: '' })),
      ...priceList.prices.map((price) => ({ ...price, own: null })),
    ],
    pricesRecordedOn: priceList.recordedOn,
  };
}

/** How far this month's costs are from the budget. */
export async function loadBudgetState(db: Db, scope: BusinessScope, now: Date): Promise<BudgetState> {
  const { budgetPaise, zone } = await loadCostBasis(db, scope);
  if (budgetPaise === null) return budgetStateOf(null, 0);
  return budgetStateOf(budgetPaise, await loadSpent(db, scope, spanOfMonth(monthOf(now, zone), zone)));
}
