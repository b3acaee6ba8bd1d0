import { removePrice, saveBudget, savePrice } from '../../costs/commands/change-prices';
import { loadCostBasis, loadOwnPrices } from '../../costs/queries';
import type { MessagePriceForm } from '../../costs/schema';
import { transaction } from '../../db/transaction';
import { formatMilliPaise, formatMoney } from '../../i18n/format-money';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

type Editor = { world: World; scope: BusinessScope; actor: StaffActor };

/** Writes an own price of messages; it holds from its day on. What was charged before stays as it was charged. */
export function saveMessagePrice({ world, scope, actor }: Editor, form: MessagePriceForm): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const id = await savePrice(tx, scope, form, now);
    await recordAudit(tx, scope, {
      actor,
      action: 'message-price.save',
      subject: { kind: 'message-price', id, label: `${form.country} ${form.category}` },
      after: { price: formatMilliPaise(form.milliPaise), from: form.from },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** Takes an own price away. Throws `not-found`. */
export function removeMessagePrice({ world, scope, actor }: Editor, id: string): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const before = (await loadOwnPrices(tx, [scope.businessId]))
      .get(scope.businessId)
      ?.find((one) => one.id === id);
    if (!before || !(await removePrice(tx, scope, id)))
      throw new AppError('not-found', 'There is no such price.');
    const { country, category, from, milliPaise } = before;
    await recordAudit(tx, scope, {
      actor,
      action: 'message-price.remove',
      subject: { kind: 'message-price', id, label: `${country} ${category}` },
      before: { price: formatMilliPaise(milliPaise), from },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** What messages may cost in a month before the owner is warned; null: no budget. */
export function saveMessageBudget(
  { world, scope, actor }: Editor,
  budgetPaise: number | null,
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const before = await loadCostBasis(tx, scope);
    await saveBudget(tx, scope, budgetPaise);
    await recordAudit(tx, scope, {
      actor,
      action: 'message-budget.change',
      subject: { kind: 'business', id: scope.businessId },
      before: { budget: before.budgetPaise === null ? null : formatMoney(before.budgetPaise) },
      after: { budget: budgetPaise === null ? null : formatMoney(budgetPaise) },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}
