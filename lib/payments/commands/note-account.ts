import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

type Heard = { id: string; at: Date };

/** An event of this account was truly signed. Events in any order leave the newest. */
export async function noteHeard(db: Db, scope: BusinessScope, { id, at }: Heard): Promise<void> {
  await db.paymentAccount.updateMany({
    where: { businessId: scope.businessId, id, OR: [{ heardAt: null }, { heardAt: { lt: at } }] },
    data: { heardAt: at },
  });
}

/** What a try of the connection said: `problem` is the gateway's kind of refusal, null when all is well. */
export async function noteCheck(
  db: Db,
  scope: BusinessScope,
  { id, at, problem }: { id: string; at: Date; problem: string | null },
): Promise<void> {
  await db.paymentAccount.updateMany({
    where: { businessId: scope.businessId, id },
    data: { checkedAt: at, checkProblem: problem },
  });
}
