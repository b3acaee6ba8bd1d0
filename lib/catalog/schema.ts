import { z } from 'zod';
import { localTextSchema } from '../kernel/local-text-schema';
import { businessProfileSchema } from '../tenancy/schema';
import { depositSchema, refundRuleSchema } from '../terms/schema';

const text = z.string().trim().min(1);

const date = z.iso.date();
const minute = z.number().int().min(0).max(2880);
const weekday = z.number().int().min(1).max(7);
const paise = z.number().int().nonnegative();
const minutes = z.number().int().positive();
const pause = z.number().int().nonnegative();

/** One weekly range, whosever it is. */
export const weeklyRangeSchema = z
  .object({
    kind: z.enum(['open', 'break']),
    weekday,
    opensMinute: minute.max(1440),
    closesMinute: minute,
    validFrom: date.exactOptional(),
    validTo: date.exactOptional(),
  })
  .refine((hours) => hours.opensMinute < hours.closesMinute, 'Hours must end after they begin.')
  .refine(
    (hours) => (hours.validFrom ?? '') <= (hours.validTo ?? '9999'),
    'The last day is before the first.',
  );

export const weeklyHoursSchema = weeklyRangeSchema.safeExtend({ resourceId: z.string().nullable() });

export const closureSchema = z
  .object({
    resourceId: z.string().nullable(),
    startsOn: date,
    endsOn: date,
    fromMinute: minute.exactOptional(),
    toMinute: minute.exactOptional(),
    yearly: z.boolean(),
    reason: localTextSchema,
  })
  .refine((closure) => closure.startsOn <= closure.endsOn, 'The last day is before the first.')
  .refine(
    (closure) => (closure.fromMinute === undefined) === (closure.toMinute === undefined),
    'Give both times or none.',
  )
  .refine(
    (closure) => (closure.fromMinute ?? 0) < (closure.toMinute ?? 1),
    'The time must end after it begins.',
  );

export const priceRuleSchema = z
  .object({
    resourceId: z.string().nullable(),
    weekdays: z.array(weekday),
    fromMinute: minute.exactOptional(),
    toMinute: minute.exactOptional(),
    validFrom: date.exactOptional(),
    validTo: date.exactOptional(),
    label: localTextSchema,
    pricePaise: paise,
  })
  .refine((rule) => (rule.fromMinute ?? 0) < (rule.toMinute ?? 2881), 'The time must end after it begins.')
  .refine((rule) => (rule.validFrom ?? '') <= (rule.validTo ?? '9999'), 'The last day is before the first.');

export const resourceSchema = z.object({
  kind: z.enum(['court', 'doctor']),
  name: localTextSchema,
  detail: localTextSchema.nullable(),
  aliases: z.array(text),
  capacity: z.number().int().positive(),
});

export const serviceSchema = z.object({
  kind: z.enum(['court', 'consultation']),
  name: localTextSchema,
  description: localTextSchema.nullable(),
  aliases: z.array(text),
  durationMinutes: z.array(minutes).min(1),
  stepMinutes: minutes,
  bufferBeforeMinutes: pause,
  bufferAfterMinutes: pause,
  noticeMinutes: pause,
  horizonDays: minutes,
  priceBasis: z.enum(['hour', 'visit']),
  pricePaise: paise,
  changeNoticeMinutes: pause,
  reviewHoldMinutes: minutes,
  paymentRule: z.enum(['none', 'venue', 'deposit', 'full']),
  /** Read where the rule is `deposit`. */
  deposit: depositSchema.nullable(),
  refundRule: refundRuleSchema,
  /** How long a slot is kept for paying; no gateway takes a link much shorter than a quarter of an hour. */
  payHoldMinutes: minutes,
});

export const offeringSchema = z.object({
  resourceId: z.string(),
  durationMinutes: z.array(minutes).exactOptional(),
  stepMinutes: minutes.exactOptional(),
  pricePaise: paise.exactOptional(),
});

/** What `loadCatalog` reads: one JSON document made by the database. */
export const catalogSchema = z.object({
  business: businessProfileSchema,
  services: z.array(
    serviceSchema.extend({
      id: z.string(),
      priceRules: z.array(priceRuleSchema),
      offerings: z.array(offeringSchema.extend({ capacity: z.number().int().positive() })),
    }),
  ),
  resources: z.array(resourceSchema.extend({ id: z.string() })),
  hours: z.array(weeklyHoursSchema),
  closures: z.array(closureSchema),
});
