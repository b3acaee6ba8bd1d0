import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { signatureAlertMs, silentMs } from '../alert-times';
import { isOverpaid, isStuck } from './waits';

const before = (now: Date, ms: number): Prisma.Sql =>
  Prisma.sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;

/** How many things about money want a person: what `attention` lists, each fault of the way to the gateway being one. */
export const countAttention = ({ businessId }: BusinessScope, now: Date): Prisma.Sql => {
  const business = Prisma.sql`${businessId}::uuid`;
  return Prisma.sql`
    WITH account AS MATERIALIZED (
      SELECT id FROM payment_account WHERE business_id = ${business} AND retired_at IS NULL
    ), newest AS MATERIALIZED (
      SELECT p.id FROM payment p JOIN account a ON p.account_id = a.id
      WHERE p.business_id = ${business} AND p.received_at < ${before(now, silentMs)}
      ORDER BY p.received_at DESC LIMIT 1
    )
    SELECT (
      (SELECT count(*) FROM payment p WHERE p.business_id = ${business}
        AND p.disposition IN ('late', 'mismatch', 'unmatched'))
      + (SELECT count(*) FROM payment p WHERE p.business_id = ${business} AND p.dispute = 'open'
        AND p.disposition NOT IN ('late', 'mismatch', 'unmatched'))
      + (SELECT count(*) FROM refund r WHERE r.business_id = ${business}
        AND r.status IN ('requested', 'failed') AND ${isStuck})
      + (SELECT count(*) FROM booking b WHERE b.business_id = ${business} AND ${isOverpaid})
      + (SELECT count(*) FROM payment_attempt t WHERE t.business_id = ${business} AND t.status = 'open'
        AND t.claimed_at IS NOT NULL)
      + (SELECT count(*) FROM settlement_difference d WHERE d.business_id = ${business} AND d.mended_at IS NULL)
      + (SELECT count(*) FROM gateway_event e WHERE e.business_id = ${business}
        AND e.status IN ('pending', 'failed', 'unmatched')
        AND (e.status = 'failed' OR e.status = 'unmatched' AND e.payment_id IS NULL
          OR e.status = 'pending' AND e.received_at < ${before(now, silentMs)}))
      + (SELECT count(*) FROM newest n WHERE NOT EXISTS (SELECT FROM gateway_event e
        WHERE e.business_id = ${business} AND e.payment_id = n.id AND e.topic IN ('payment', 'link')))
      + (SELECT count(*) FROM account a WHERE EXISTS (SELECT FROM bad_signature s
        WHERE s.business_id = ${business} AND s.account_id = a.id AND s.last_at > ${before(now, signatureAlertMs)}))
    )::int AS count`;
};
