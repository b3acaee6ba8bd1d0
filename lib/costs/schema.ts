import { z } from 'zod';
import { shownTextSchema } from '../kernel/local-text-schema';
import { consentPurposes } from '../messaging/purpose';
import { priceCategories } from '../messaging/price-list';
import { reminderKinds } from '../reminders/schema';

const date = z.iso.date();
const count = z.int().min(0);
/** Thousandths of a paisa. */
const cost = z.int().min(0);
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'YYYY-MM');

/** Which month, of the business's zone; absent: this one. */
export const costQuerySchema = z.object({ month: month.optional() });

const purposes = ['asked-for', ...consentPurposes] as const;

/** What the messages delivered in one month cost. `unpriced`: those of which nobody knows the price; they count as free. */
export const costSumsSchema = z.object({
  messages: count,
  free: count,
  unpriced: count,
  milliPaise: cost,
  customers: count,
  /** Bookings that were made in the month. */
  bookings: count,
  days: z.array(z.object({ date, category: z.string(), messages: count, milliPaise: cost })),
  purposes: z.array(z.object({ purpose: z.enum(purposes), messages: count, milliPaise: cost })),
  dearest: z.array(
    z.object({ id: z.uuid(), name: z.string().nullable(), messages: count, milliPaise: cost }),
  ),
  dearestBookings: z.array(
    z.object({ id: z.uuid(), reference: z.string(), messages: count, milliPaise: cost }),
  ),
});

const attendance = z.object({ visits: count, noShows: count });

/**
 * What a reminder rule costs and brings: visits whose customer it reached beside those of the same service that it did not,
 * since there is the rule (a year at most), and all visits of the service in the ninety days before it.
 */
export const ruleEffectSchema = z.object({
  id: z.uuid(),
  service: shownTextSchema,
  kind: z.enum(reminderKinds),
  minutes: z.int(),
  since: date,
  archived: z.boolean(),
  sent: count,
  milliPaise: cost,
  with: attendance,
  without: attendance,
  before: attendance,
  /** What fewer missed visits were worth, in paise; null where there is too little to compare, or nothing to remind of. */
  savedPaise: z.int().nullable(),
});

/** How far the month's costs are: `near` from 80 % of the budget on, `over` from all of it. */
export const budgetStateSchema = z.object({
  budgetPaise: z.int().positive().nullable(),
  /** Of the month that is running. */
  spentMilliPaise: cost,
  state: z.enum(['none', 'ok', 'near', 'over']),
});

/** How many customers may be written to unasked in 24 hours (null: any number), how many were, and what waits for it. */
const reachSchema = z.object({ limit: count.nullable(), told: z.boolean(), reached: count, waiting: count });

/** What the frame warns of: the budget, and messages that wait for the messaging limit. */
export const messageAttentionSchema = budgetStateSchema.extend({ waiting: count });

export const messagePriceFormSchema = z.object({
  country: z.string().regex(/^([A-Z]{2}|\*)$/, 'country'),
  category: z.enum(priceCategories),
  from: date,
  milliPaise: z.int().min(0).max(100_000_000),
});

/** `own`: the id of the business's own price; null for one of the list. */
const shownPriceSchema = messagePriceFormSchema.extend({
  own: z.uuid().nullable(),
  verified: z.boolean(),
  source: z.string(),
});

export const costReportSchema = costSumsSchema.extend({
  month,
  /** The one that is running. */
  thisMonth: month,
  budget: budgetStateSchema,
  reach: reachSchema,
  rules: z.array(ruleEffectSchema),
  prices: z.array(shownPriceSchema),
  pricesRecordedOn: date,
});

export const budgetFormSchema = z.object({
  budgetPaise: z.int().positive().max(1_000_000_000).multipleOf(100).nullable(),
});

export type CostSums = z.infer<typeof costSumsSchema>;
export type RuleEffect = z.infer<typeof ruleEffectSchema>;
export type BudgetState = z.infer<typeof budgetStateSchema>;
export type MessageAttention = z.infer<typeof messageAttentionSchema>;
export type CostReport = z.infer<typeof costReportSchema>;
export type MessagePriceForm = z.infer<typeof messagePriceFormSchema>;
