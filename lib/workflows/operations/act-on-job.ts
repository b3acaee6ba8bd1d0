import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { discardJob, lockFailedJob, retryJob } from '../../operations/commands/act-on-job';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

/**
 * Tries a failed job of the business again at once, or drops it for good. Throws `not-found` for a job that is another's, that
 * has succeeded meanwhile, or that a worker is trying this moment.
 */
export async function actOnJob(
  { database, clock }: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: { actor: StaffActor; job: string; act: 'retry' | 'discard' },
): Promise<void> {
  const now = clock.now();
  await transaction(database, async (tx) => {
    const name = await lockFailedJob(tx, scope, input.job);
    if (name === null)
      throw new AppError('not-found', 'This task has not failed, or is being tried just now.');
    if (input.act === 'retry') await retryJob(tx, input.job, now);
    else await discardJob(tx, input.job);
    await recordAudit(tx, scope, {
      actor: input.actor,
      action: input.act === 'retry' ? 'job.retry' : 'job.discard',
      subject: { kind: 'job', id: input.job, label: name },
      now,
    });
  });
}
