import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** Visits that came about or were missed; of `b`. */
const visits = Prisma.sql`count(*) FILTER (WHERE b.status IN ('confirmed', 'checked-in', 'completed', 'no-show'))::int`;
const noShows = Prisma.sql`count(*) FILTER (WHERE b.status = 'no-show')::int`;

/**
 * What each reminder rule cost, and the visits of its service with its reminder, without it and before there was the rule.
 * One statement, whatever the number of rules; a year back and no further.
 */
export const ruleEffects = (
  scope: BusinessScope,
  { now, zone }: { now: Date; zone: string },
): Prisma.Sql => Prisma.sql`
  SELECT u.id, s.name AS service, u.kind, u.minutes, u.archived_at IS NOT NULL AS archived,
    to_char(u.created_at AT TIME ZONE ${zone}::text, 'YYYY-MM-DD') AS since,
    sent.count AS sent, sent.cost AS "milliPaise",
    json_build_object('visits', since.with_visits, 'noShows', since.with_missed) AS "with",
    json_build_object('visits', since.visits - since.with_visits, 'noShows', since.missed - since.with_missed) AS without,
    json_build_object('visits', earlier.visits, 'noShows', earlier.missed) AS before,
    since.price::int AS "visitPaise"
  FROM reminder_rule u
  JOIN service s ON s.business_id = u.business_id AND s.id = u.service_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, coalesce(sum(m.cost_milli_paise), 0)::bigint AS cost
    FROM reminder r
    LEFT JOIN message m ON m.business_id = r.business_id AND m.effect_id = 'reminder:' || r.id
    WHERE r.business_id = u.business_id AND r.rule_id = u.id AND r.status = 'sent'
      AND r.settled_at >= ${now}::timestamptz - interval '365 days'
  ) sent
  CROSS JOIN LATERAL (
    SELECT ${visits} AS visits, ${noShows} AS missed,
      count(*) FILTER (WHERE reached.yes AND b.status IN ('confirmed', 'checked-in', 'completed', 'no-show'))::int AS with_visits,
      count(*) FILTER (WHERE reached.yes AND b.status = 'no-show')::int AS with_missed,
      coalesce(avg(b.price_paise) FILTER (WHERE b.status IN ('confirmed', 'checked-in', 'completed', 'no-show')), 0) AS price
    FROM booking b
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM reminder r WHERE r.business_id = b.business_id
      AND r.booking_id = b.id AND r.rule_id = u.id AND r.starts_at = b.starts_at AND r.status = 'sent') AS yes) reached
    WHERE b.business_id = u.business_id AND b.service_id = u.service_id
      AND b.starts_at >= greatest(u.created_at, ${now}::timestamptz - interval '365 days')
      AND b.starts_at < ${now}::timestamptz
  ) since
  CROSS JOIN LATERAL (
    SELECT ${visits} AS visits, ${noShows} AS missed FROM booking b
    WHERE b.business_id = u.business_id AND b.service_id = u.service_id
      AND b.starts_at >= u.created_at - interval '90 days' AND b.starts_at < u.created_at
  ) earlier
  WHERE u.business_id = ${scope.businessId}::uuid AND (u.archived_at IS NULL OR sent.count > 0)
  ORDER BY s.position, s.id, u.kind, u.minutes DESC`;
