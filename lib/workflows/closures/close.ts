import { addClosures } from '../../catalog/commands/add-closures';
import { inLanguage } from '../../kernel/local-text';
import type { Closure } from '../../scheduling/types';
import { changeSetup, type SetupEditor } from '../setup/change-setup';

/** Adds a holiday, leave or maintenance. Bookings on it stay until `settleAffected`. Throws `invalid`, `not-found`. */
export function close(editor: SetupEditor, closure: Closure): Promise<void> {
  const now = editor.world.clock.now();
  return changeSetup(editor, async (tx) => {
    await addClosures(tx, editor.scope, [closure], now);
    const id = closure.resourceId ?? editor.scope.businessId;
    const subject = { kind: 'closure', id, label: inLanguage(closure.reason, 'en') };
    return { value: undefined, audit: { action: 'closure.add', subject, after: closure } };
  });
}
