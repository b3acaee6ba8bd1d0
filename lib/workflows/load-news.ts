import type { Db } from '../db/client';
import { countMoneyAttention } from '../payments/queries';
import { listNews } from '../reports/queries';
import type { News } from '../reports/schema';
import type { BusinessScope } from '../tenancy/types';

/** What staff want to be told of since an instant, and how much about money waits for somebody; `money`: who asks may see it. */
export async function loadNews(
  db: Db,
  scope: BusinessScope,
  of: { since: Date; now: Date; resourceId: string | null; money: boolean },
): Promise<News> {
  const { money, ...span } = of;
  const [news, count] = await Promise.all([
    listNews(db, scope, span),
    money ? countMoneyAttention(db, scope, of.now) : null,
  ]);
  return { ...news, money: count };
}
