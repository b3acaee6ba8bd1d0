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

/** The budget of a month, and the zone that its months are reckoned in. */
export async function loadCostBasis(
  db: Db,
  scope: BusinessScope,
): Promise<{ budgetPaise: number | null; zone: string }> {
  const { messageBudgetPaise, zone } = await db.business.findUniqueOrThrow({
    where: { id: scope.businessId },
    select: { messageBudgetPaise: true, zone: true },
  });
  return { budgetPaise: messageBudgetPaise, zone };
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

const basisSchema = z.object({
  zone: z.string(),
  phone: z.string().nullable(),
  own: z.array(z.object({ country: z.string(), category, from: z.iso.date(), milliPaise: z.int() })),
  services: z.int(),
});

/**
 * What the prices of a moment are reckoned from: where the business is, its own prices, and how many free-form messages of
 * a number (null: of all) were delivered in the running month, counted no further than `most`. One statement: it is asked
 * for every notice.
 */
export async function loadPriceBasis(
  db: Db,
  scope: BusinessScope,
  of: { channelId: string | null; now: Date; most: number },
): Promise<z.output<typeof basisSchema>> {
  const [row] = await db.$queryRaw<unknown[]>`/* statement: price-basis */
    SELECT b.zone, b.phone,
      (SELECT coalesce(json_agg(json_build_object('country', p.country, 'category', p.category, 'from', p.from_on,
        'milliPaise', p.milli_paise)), '[]'::json) FROM message_price p WHERE p.business_id = b.id) AS own,
      (SELECT count(*)::int FROM (
        SELECT FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
        WHERE m.business_id = b.id AND m.price_category = 'service'
          AND m.charged_at >= date_trunc('month', ${of.now}::timestamptz AT TIME ZONE b.zone) AT TIME ZONE b.zone
          AND (${of.channelId}::uuid IS NULL OR t.channel_id = ${of.channelId}::uuid)
        LIMIT ${of.most}) s) AS services
    FROM business b WHERE b.id = ${scope.businessId}::uuid`;
  return basisSchema.parse(row);
}
