import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';

/**
 * A business with its services, resources, hours, closures and prices as one JSON document, in display order. What is
 * null in a row is absent in the document where the type says absent (`jsonb_strip_nulls` on those parts only). Without an
 * account to pay into, everything is paid at the venue; so an account that comes or goes counts as a change of the catalogue.
 */
export const wholeCatalog = (scope: BusinessScope): Prisma.Sql => Prisma.sql`/* statement: whole-catalog */
WITH me AS (SELECT ${scope.businessId}::uuid AS id)
SELECT json_build_object(
  'business', (SELECT json_build_object('id', b.id, 'slug', b.slug, 'name', b.name, 'address', b.address,
      'wording', b.wording, 'zone', b.zone, 'defaultLanguage', b.default_language, 'phone', b.phone,
      'latitude', b.latitude, 'longitude', b.longitude, 'staffIdleMinutes', b.staff_idle_minutes)
    FROM business b, me WHERE b.id = me.id),
  'services', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name,
      'description', s.description, 'aliases', s.aliases, 'durationMinutes', s.duration_minutes,
      'stepMinutes', s.step_minutes, 'bufferBeforeMinutes', s.buffer_before_minutes,
      'bufferAfterMinutes', s.buffer_after_minutes, 'noticeMinutes', s.notice_minutes,
      'horizonDays', s.horizon_days, 'priceBasis', s.price_basis, 'pricePaise', s.price_paise,
      'changeNoticeMinutes', s.change_notice_minutes, 'reviewHoldMinutes', s.review_hold_minutes,
      'paymentRule', CASE WHEN s.payment_rule IN ('deposit', 'full') AND NOT EXISTS (SELECT FROM payment_account y
        WHERE y.business_id = s.business_id AND y.retired_at IS NULL) THEN 'venue' ELSE s.payment_rule END, 'deposit', s.deposit, 'refundRule', s.refund_rule,
      'payHoldMinutes', s.pay_hold_minutes,
      'priceRules', (SELECT coalesce(json_agg(json_build_object('resourceId', p.resource_id, 'weekdays', p.weekdays,
          'label', p.label, 'pricePaise', p.price_paise)::jsonb || jsonb_strip_nulls(jsonb_build_object(
          'fromMinute', p.from_minute, 'toMinute', p.to_minute, 'validFrom', p.valid_from, 'validTo', p.valid_to))
          ORDER BY p.id), '[]') FROM price_rule p WHERE p.business_id = s.business_id AND p.service_id = s.id),
      'offerings', (SELECT coalesce(json_agg(jsonb_strip_nulls(jsonb_build_object('resourceId', r.id,
          'capacity', r.capacity, 'durationMinutes', nullif(o.duration_minutes, '{}'),
          'stepMinutes', o.step_minutes, 'pricePaise', o.price_paise)) ORDER BY r.position, r.id), '[]')
        FROM offering o JOIN resource r ON r.business_id = o.business_id AND r.id = o.resource_id
        WHERE o.business_id = s.business_id AND o.service_id = s.id AND r.archived_at IS NULL)
      ) ORDER BY s.position, s.id), '[]')
    FROM service s, me WHERE s.business_id = me.id AND s.archived_at IS NULL),
  'resources', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', r.name,
      'detail', r.detail, 'aliases', r.aliases, 'capacity', r.capacity) ORDER BY r.position, r.id), '[]')
    FROM resource r, me WHERE r.business_id = me.id AND r.archived_at IS NULL),
  'hours', (SELECT coalesce(json_agg(json_build_object('resourceId', h.resource_id, 'kind', h.kind,
      'weekday', h.weekday, 'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute)::jsonb
      || jsonb_strip_nulls(jsonb_build_object('validFrom', h.valid_from, 'validTo', h.valid_to)) ORDER BY h.id), '[]')
    FROM weekly_hours h, me WHERE h.business_id = me.id),
  'closures', (SELECT coalesce(json_agg(json_build_object('resourceId', c.resource_id, 'startsOn', c.starts_on,
      'endsOn', c.ends_on, 'yearly', c.yearly, 'reason', c.reason)::jsonb
      || jsonb_strip_nulls(jsonb_build_object('fromMinute', c.from_minute, 'toMinute', c.to_minute))
      ORDER BY c.starts_on, c.id), '[]')
    FROM closure c, me WHERE c.business_id = me.id AND c.removed_at IS NULL)
) AS catalog`;
