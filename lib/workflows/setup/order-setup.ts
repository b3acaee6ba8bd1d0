import { putInOrder } from '../../catalog/commands/put-in-order';
import { changeSetup, type SetupEditor } from './change-setup';

/** Puts courts and doctors, or services, in the order given; the last one to do so is right. */
export function orderSetup(
  editor: SetupEditor,
  input: { kind: 'resource' | 'service'; ids: readonly string[] },
): Promise<void> {
  const { kind, ids } = input;
  return changeSetup(editor, async (tx, setup) => {
    await putInOrder(tx, editor.scope, input);
    const before = (kind === 'resource' ? setup.resources : setup.services).map((one) => one.id);
    const subject = { kind, id: editor.scope.businessId };
    return {
      value: undefined,
      audit: { action: `${kind}.order`, subject, before: { ids: before }, after: { ids } },
    };
  });
}
