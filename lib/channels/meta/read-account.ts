import { z } from 'zod';
import type { AccountUpdate } from '../../messaging/types';
import { withoutUndefined } from './without-undefined';

const text = z.string().max(200).optional().catch(undefined);
/** A tier by its name, or as the number that older accounts are told. */
const limit = z
  .union([
    z.string().max(50),
    z.number().transform((many) => (many > 0 ? `TIER_${shortOf(many)}` : 'TIER_UNLIMITED')),
  ])
  .optional()
  .catch(undefined);

const accountSchema = z.looseObject({
  event: text,
  decision: text,
  display_phone_number: text,
  max_daily_conversations_per_business: limit,
  max_daily_conversation_per_phone: limit,
  violation_info: z.looseObject({ violation_type: text }).optional().catch(undefined),
  // The names of these keys are not sure. Source: reference §2.7.
  restriction_info: z
    .array(
      z.looseObject({
        restriction_type: text,
        expiration: z.union([z.string(), z.number()]).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
  ban_info: z.looseObject({ waba_ban_state: text, waba_ban_date: text }).optional().catch(undefined),
  requested_verified_name: text,
  rejection_reason: text,
  alert_info: z.looseObject({ alert_type: text, alert_description: text }).optional().catch(undefined),
});

/** Fields of the webhook that are about a number or its account. */
const fields = new Set([
  'account_update',
  'account_alerts',
  'account_review_update',
  'business_capability_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
]);

const detailMax = 500;

/**
 * A change of the number or its account as the neutral update; null for every other field. A ban tells its state in a key of
 * its own. Source: Meta, webhooks of the account (reference §2.7).
 */
export function readAccount(field: string, value: unknown): AccountUpdate | null {
  const { data } = accountSchema.safeParse(value);
  if (!data || !fields.has(field)) return null;
  const { ban_info: ban, violation_info: violation, restriction_info: restrictions } = data;
  const event = ban?.waba_ban_state ?? data.event ?? data.decision ?? data.alert_info?.alert_type;
  const tier = data.max_daily_conversations_per_business ?? data.max_daily_conversation_per_phone;
  const said = [
    event,
    tier,
    violation?.violation_type,
    ...(restrictions ?? []).flatMap((one) => [one.restriction_type, one.expiration?.toString()]),
    ban?.waba_ban_date,
    data.requested_verified_name,
    data.rejection_reason === 'NONE' ? undefined : data.rejection_reason,
    data.alert_info?.alert_description,
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return {
    type: 'account',
    what: field,
    detail: [...new Set(said)].join(', ').slice(0, detailMax),
    ...withoutUndefined({
      event,
      tier,
      phone: data.display_phone_number?.replace(/\D/g, ''),
    }),
  };
}

/** 2000 → 2K. */
const shortOf = (many: number): string => (many % 1000 === 0 ? `${String(many / 1000)}K` : String(many));
