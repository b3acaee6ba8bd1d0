import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { setPaymentConfiguration } from '../../tenancy/commands/set-payment-configuration';
import { listChannels } from '../../tenancy/queries';
import type { AccountEditor } from './change-payment-account';

/** Lets customers of one WhatsApp number pay inside WhatsApp, by Meta's configuration of this name, or by link (null). */
export function setChannelPayment(
  { world, scope, actor }: AccountEditor,
  given: { channelId: string; name: string | null },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const before = (await listChannels(tx, scope)).find(({ id }) => id === given.channelId);
    if (!before || !(await setPaymentConfiguration(tx, scope, given)))
      throw new AppError('not-found', 'There is no such WhatsApp number.');
    await recordAudit(tx, scope, {
      actor,
      action: 'channel.payment',
      subject: { kind: 'channel', id: before.id, label: before.label },
      before: { name: before.paymentConfiguration },
      after: { name: given.name },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}
