import { z } from 'zod';
import type { Account, Link } from './account';
import { noSuchId, Refusal } from './refusal';
import { tellLink } from './tell';

const notes = z
  .record(z.string(), z.string().max(255))
  .refine((pairs) => Object.keys(pairs).length <= 15)
  .optional();

const createSchema = z.strictObject({
  amount: z.int().min(100).max(1_000_000_000_00),
  currency: z.literal('INR').default('INR'),
  accept_partial: z.literal(false).optional(),
  reference_id: z.string().max(40).optional(),
  description: z.string().max(2_048).optional(),
  customer: z
    .strictObject({
      name: z.string().optional(),
      email: z.string().optional(),
      contact: z.string().optional(),
    })
    .optional(),
  expire_by: z.int().optional(),
  notify: z.strictObject({ sms: z.boolean().optional(), email: z.boolean().optional() }).optional(),
  reminder_enable: z.boolean().optional(),
  notes,
  callback_url: z.url({ protocol: /^https?$/ }).optional(),
  callback_method: z.literal('get').optional(),
});

const sixMonthsSeconds = 184 * 24 * 60 * 60;

/** Makes a link as strictly as documented. Throws Refusal. Source: payments reference 1.2. */
export function createLink(account: Account, body: unknown): Link {
  const parsed = createSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? null;
    throw new Refusal(`${field ?? 'body'} is invalid: ${issue?.message ?? ''}`, 400, field);
  }
  const given = parsed.data;
  if ((given.callback_url === undefined) !== (given.callback_method === undefined))
    throw new Refusal('callback_method must be get when callback_url is given', 400, 'callback_method');
  const now = account.seconds();
  if (given.expire_by !== undefined && given.expire_by < now + 15 * 60)
    throw new Refusal('timestamp must be atleast 15 minutes in future', 400, 'expire_by');
  if (given.expire_by !== undefined && given.expire_by > now + sixMonthsSeconds)
    throw new Refusal('expire_by must be within six months', 400, 'expire_by');
  const reference = given.reference_id ?? '';
  if (reference !== '' && [...account.links.values()].some((each) => each.reference_id === reference))
    throw new Refusal('payment link creation with reference ID already attempted', 400, 'reference_id');
  const link: Link = {
    id: account.newId('plink'),
    reference_id: reference,
    amount: given.amount,
    amount_paid: 0,
    currency: 'INR',
    description: given.description ?? '',
    customer: given.customer ?? {},
    notes: given.notes ?? {},
    callback_url: given.callback_url ?? '',
    callback_method: given.callback_method ?? '',
    status: 'created',
    expire_by: given.expire_by ?? 0,
    expired_at: 0,
    cancelled_at: 0,
    created_at: now,
    updated_at: now,
    orderId: null,
  };
  account.links.set(link.id, link);
  return link;
}

/** A link by its id. Throws Refusal. */
export function getLink(account: Account, id: string): Link {
  const link = account.links.get(id);
  if (!link) throw noSuchId();
  return link;
}

/** Cancels a link. Throws Refusal unless it is `created`. */
export function cancelLink(account: Account, baseUrl: string, id: string): Link {
  const link = getLink(account, id);
  if (link.status === 'paid' || link.status === 'partially_paid')
    throw new Refusal('cannot cancel or expire an already paid/partially paid link');
  if (link.status !== 'created') throw new Refusal('cannot cancel or expire an expired link');
  link.status = 'cancelled';
  link.cancelled_at = link.updated_at = account.seconds();
  tellLink(account, baseUrl, link);
  return link;
}

/** Ends what is due. Razorpay does it by a job, seconds after the time: so do we. Source: reference 1.2, timing. */
export function expireDueLinks(account: Account, baseUrl: string): void {
  const jobLagSeconds = 12;
  for (const link of account.links.values()) {
    const due = link.expire_by > 0 && account.seconds() >= link.expire_by + jobLagSeconds;
    if (link.status !== 'created' || !due) continue;
    link.status = 'expired';
    link.expired_at = link.updated_at = account.seconds();
    tellLink(account, baseUrl, link);
  }
}
