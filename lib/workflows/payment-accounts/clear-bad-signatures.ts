import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { clearBadSignatures } from '../../payments/commands/bad-signatures';
import { currentAccount } from '../../payments/queries';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { Desk } from '../money/desk/desk-act';

/** The owner has looked at the calls that were not signed: they are shown no more, and who cleared how many is written down. */
export function clearSignatureAlert({ world, scope, actor }: Desk): Promise<void> {
  return transaction(world.database, async (tx) => {
    const account = await currentAccount(tx, scope);
    const count = account && (await clearBadSignatures(tx, scope, account.id));
    if (!account || !count) return;
    await recordAudit(tx, scope, {
      actor,
      action: 'payment-account.clear-signatures',
      subject: { kind: 'payment-account', id: account.id, label: account.gateway },
      before: { count },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'money' }, { kind: 'setup' });
  });
}
