import { addJob } from '../../../db/add-job';
import { transaction } from '../../../db/transaction';
import { AppError } from '../../../kernel/app-error';
import { publish } from '../../../live/publish';
import { findEvent } from '../../../payments/commands/finish-event';
import { recordAudit } from '../../../tenancy/commands/record-audit';
import { refusedAct, type Desk } from './desk-act';

/**
 * An event of the gateway that could not be used is tried again, or set aside by somebody who has looked at it. Nothing of it
 * is thrown away. Throws `not-found`, or `conflict` for one that has been dealt with.
 */
export async function actOnEvent(
  desk: Desk,
  of: { event: string; act: 'retry' | 'set-aside' },
): Promise<void> {
  const { world, scope, actor } = desk;
  const { businessId } = scope;
  await transaction(world.database, async (tx) => {
    const event = await findEvent(tx, scope, of.event);
    if (!event) throw new AppError('not-found', 'There is no such event.');
    const { count } = await tx.gatewayEvent.updateMany({
      where: { businessId, id: event.id, status: { in: ['pending', 'unmatched', 'failed'] } },
      data: of.act === 'retry' ? { status: 'pending', tries: 0, error: null } : { status: 'set-aside' },
    });
    if (count === 0) throw refusedAct('decided');
    if (of.act === 'retry') await addJob(tx, 'handle-gateway-event', { businessId, eventId: event.id });
    await recordAudit(tx, scope, {
      actor,
      action: `event.${of.act}`,
      subject: { kind: 'event', id: event.id, label: event.name },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'money' });
  });
}
