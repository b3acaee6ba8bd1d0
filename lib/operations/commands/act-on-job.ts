import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** The name of a failed job of this business that nobody is at, locked until the transaction ends; null: there is none. */
export async function lockFailedJob(tx: Tx, scope: BusinessScope, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT t.identifier AS name FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.id = ${id}::bigint AND j.payload->>'businessId' = ${scope.businessId}::text AND j.attempts > 0
      AND j.last_error IS NOT NULL AND j.locked_at IS NULL
    FOR UPDATE OF j SKIP LOCKED`;
  return row?.name ?? null;
}

/** Has a job tried at once, as if for the first time. */
export async function retryJob(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at := ${now}::timestamptz, attempts := 0)`;
}

/** Drops a job: it will not be done. */
export async function discardJob(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM graphile_worker.complete_jobs(ARRAY[${id}::bigint])`;
}
