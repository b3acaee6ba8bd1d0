import { replacePriceRules } from '../../catalog/commands/replace-price-rules';
import { guardRevision } from '../../catalog/setup/revision';
import { AppError } from '../../kernel/app-error';
import type { PriceRule } from '../../scheduling/types';
import { changeSetup, type SetupEditor } from './change-setup';

/** Writes the price rules of a service anew. Throws `invalid`, `not-found`, `conflict`. */
export function savePrices(
  editor: SetupEditor,
  serviceId: string,
  { rules, revision }: { rules: PriceRule[]; revision: string },
): Promise<void> {
  return changeSetup(editor, async (tx, setup) => {
    const before = setup.prices.find((one) => one.serviceId === serviceId);
    if (!before) throw new AppError('not-found', 'There is no such service.');
    guardRevision(before, revision);
    await replacePriceRules(tx, editor.scope, serviceId, rules);
    const subject = { kind: 'service', id: serviceId };
    return {
      value: undefined,
      audit: { action: 'price.change', subject, before: { rules: before.rules }, after: { rules } },
    };
  });
}
