import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { maskDetail, maskPayload } from './mask';
import type { FailedJob, ShownKeeping } from './schema';
import { whyOf } from './why';

type Row = {
  id: string;
  name: string;
  attempts: number;
  maxAttempts: number;
  error: string;
  payload: unknown;
  threadId: string | null;
  createdAt: Date;
  updatedAt: Date;
  runAt: Date;
};

const most = 200;

/**
 * Jobs of this business that have failed and are not being tried just now, those given up first, then the newest. Who has
 * more than two hundred has one trouble, not two hundred.
 */
export async function listFailedJobs(db: Db, scope: BusinessScope): Promise<FailedJob[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT j.id::text, t.identifier AS name, j.attempts::int, j.max_attempts::int AS "maxAttempts", j.last_error AS error,
      j.payload, th.id::text AS "threadId", j.created_at AS "createdAt", j.updated_at AS "updatedAt", j.run_at AS "runAt"
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    LEFT JOIN thread th ON th.business_id = ${scope.businessId}::uuid AND th.id::text = j.payload->>'threadId'
    WHERE j.payload->>'businessId' = ${scope.businessId}::text AND j.attempts > 0 AND j.last_error IS NOT NULL
      AND j.locked_at IS NULL
    ORDER BY (j.attempts >= j.max_attempts) DESC, j.updated_at DESC, j.id DESC LIMIT ${most}::int`;
  return rows.map((row) => {
    const givenUp = row.attempts >= row.maxAttempts;
    return {
      id: row.id,
      name: row.name,
      state: givenUp ? 'given-up' : 'retrying',
      why: whyOf(row.error),
      detail: maskDetail(row.error),
      tries: row.attempts,
      since: row.createdAt.toISOString(),
      triedAt: row.updatedAt.toISOString(),
      nextAt: givenUp ? null : row.runAt.toISOString(),
      about: maskPayload(row.payload),
      threadId: row.threadId,
    };
  });
}

/** How long a business keeps its data, and when what is older was last deleted. */
export async function getKeeping(db: Db, scope: BusinessScope): Promise<ShownKeeping> {
  const row = await db.business.findUniqueOrThrow({
    where: { id: scope.businessId },
    select: { bodiesKeptDays: true, messagesKeptMonths: true, dataClearedAt: true },
  });
  return {
    bodiesDays: row.bodiesKeptDays,
    messagesMonths: row.messagesKeptMonths,
    clearedAt: row.dataClearedAt?.toISOString() ?? null,
  };
}
