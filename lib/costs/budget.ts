import type { BudgetState } from './schema';

/** From here on the owner is warned. */
const nearShare = 0.8;

/** How far a month's costs are from its budget. */
export function budgetStateOf(budgetPaise: number | null, spentMilliPaise: number): BudgetState {
  if (budgetPaise === null) return { budgetPaise, spentMilliPaise, state: 'none' };
  const share = spentMilliPaise / (budgetPaise * 1000);
  return { budgetPaise, spentMilliPaise, state: share >= 1 ? 'over' : share >= nearShare ? 'near' : 'ok' };
}
