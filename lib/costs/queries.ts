import { z } from 'zod';
import type { Db } from '../db/client';
import type { MessagePrice } from '../messaging/price-list';
import { priceCategories } from '../messaging/price-list';
import type { BusinessScope } from '../tenancy/types';
import { savedBy } from './rule-saving';
import { costSumsSchema, ruleEffectSchema, type CostSums, type RuleEffect } from './schema';
import { ruleEffects } from './sql/rule-effects';
import { sumCosts, type CostSpan } from './sql/sum-costs';

/** An own price with the id it is taken away by. */
export type OwnPrice = MessagePrice & { id: string };

const category = z.enum(priceCategories);

/** The own prices of these businesses, by business, newest first. */
export async function loadOwnPrices(
  db: Db,
  businessIds: readonly string[],
): Promise<ReadonlyMap<string, OwnPrice[]>> {
  const rows = await db.messagePrice.findMany({
    where: { businessId: { in: [...businessIds] } },
    orderBy: [{ country: 'asc' }, { category: 'asc' }, { fromOn: 'desc' }],
  });
  const found = new Map<string, OwnPrice[]>();
  for (const { businessId, id, country, category: stored, fromOn, milliPaise } of rows) {
    const price = {
      id,
      country,
      category: category.parse(stored),
      from: fromOn.toISOString().slice(0, 10),
      milliPaise,
    };
    found.set(businessId, [...(found.get(businessId) ?? []), price]);
  }
  return found;
}

/** What the messages delivered in a span cost. One statement. */
export async function loadCostSums(db: Db, scope: BusinessScope, span: CostSpan): Promise<CostSums> {
  const [row] = await db.$queryRaw<{ sums: unknown }[]>(sumCosts(scope, span));
  return costSumsSchema.parse(row?.sums);
}

/** What the messages delivered in a span cost, in thousandths of a paisa. */
export async function loadSpent(db: Db, scope: BusinessScope, { from, to }: CostSpan): Promise<number> {
  const [row] = await db.$queryRaw<{ spent: bigint }[]>`/* statement: messages-spent */
    SELECT coalesce(sum(cost_milli_paise), 0)::bigint AS spent FROM message
    WHERE business_id = ${scope.businessId}::uuid AND charged_at >= ${from}::timestamptz
      AND charged_at < ${to}::timestamptz`;
  return Number(row?.spent ?? 0);
}

/** The budget of a month, the zone that its months are reckoned in, and the business's number. */
export async function loadCostBasis(
  db: Db,
  scope: BusinessScope,
): Promise<{ budgetPaise: number | null; zone: string; phone: string | null }> {
  const { messageBudgetPaise, zone, phone } = await db.business.findUniqueOrThrow({
    where: { id: scope.businessId },
    select: { messageBudgetPaise: true, zone: true, phone: true },
  });
  return { budgetPaise: messageBudgetPaise, zone, phone };
}

const effectRow = ruleEffectSchema.omit({ savedPaise: true }).extend({
  milliPaise: z.coerce.number(),
  visitPaise: z.int(),
});

/** What each reminder rule costs and brings. One statement. */
export async function loadRuleEffects(
  db: Db,
  scope: BusinessScope,
  at: { now: Date; zone: string },
): Promise<RuleEffect[]> {
  const rows = await db.$queryRaw<unknown[]>(ruleEffects(scope, at));
  return rows.map((row) => {
    const { visitPaise, ...effect } = effectRow.parse(row);
    return { ...effect, savedPaise: savedBy(effect, visitPaise) };
  });
}

/** Free-form messages of a number that were delivered from then on, counted no further than `most`. */
export async function countServiceMessages(
  db: Db,
  scope: BusinessScope,
  of: { channelId: string | null; since: Date; most: number },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`/* statement: service-messages */
    SELECT count(*)::int AS count FROM (
      SELECT FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
      WHERE m.business_id = ${scope.businessId}::uuid AND m.charged_at >= ${of.since}::timestamptz
        AND m.price_category = 'service' AND (${of.channelId}::uuid IS NULL OR t.channel_id = ${of.channelId}::uuid)
      LIMIT ${of.most}) s`;
  return row?.count ?? 0;
}
