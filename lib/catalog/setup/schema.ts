import { z } from 'zod';
import { shownTextSchema } from '../../kernel/local-text-schema';
import { reminderFormSchema } from '../../reminders/schema';
import { hoursOverlap } from '../../scheduling/hours-overlap';
import {
  closureSchema,
  offeringSchema,
  priceRuleSchema,
  resourceSchema,
  serviceSchema,
  weeklyHoursSchema,
  weeklyRangeSchema,
} from '../schema';
import { receiptSettingsForm } from '../../receipts/schema';
import { businessSchema } from '../../tenancy/schema';
import { templateKinds } from '../template-kinds';

/** A fingerprint of what was read. Sent back with a change, it proves that nobody has changed the same meanwhile. */
const revision = z.string().min(1);
const id = z.uuid();

const ownTerms = offeringSchema.omit({ resourceId: true });

/** What one court or doctor offers, with terms of their own where they differ from the service's. */
const offeredService = ownTerms.extend({ serviceId: id });
const offeringResource = ownTerms.extend({ resourceId: id });

export const resourceFormSchema = resourceSchema
  .extend({ offerings: z.array(offeredService) })
  .refine((one) => one.capacity <= 50, { path: ['capacity'], message: 'capacity-large' });

export const serviceFormSchema = serviceSchema
  .extend({ offerings: z.array(offeringResource) })
  .refine((one) => one.durationMinutes.every((minutes) => minutes <= 1440), {
    path: ['durationMinutes'],
    message: 'duration-long',
  });

/** One owner's whole week; `resourceId` null: the business. */
export const timetableFormSchema = z.object({
  resourceId: id.nullable(),
  hours: z
    .array(weeklyRangeSchema)
    .max(300)
    .refine((hours) => !hoursOverlap(hours), 'hours-overlap'),
});

export const priceFormSchema = z.object({ rules: z.array(priceRuleSchema).max(200) });

export const businessFormSchema = businessSchema.omit({ slug: true });

export const setupResourceSchema = resourceFormSchema.safeExtend({
  id,
  photoId: id.nullable(),
  archived: z.boolean(),
  revision,
});

export const setupServiceSchema = serviceFormSchema.safeExtend({
  id,
  photoId: id.nullable(),
  archived: z.boolean(),
  revision,
});

/** All that the setup pages show of one business: small enough to be read at once. */
export const setupSchema = z.object({
  business: businessFormSchema.extend({ slug: z.string(), photoId: id.nullable(), revision }),
  resources: z.array(setupResourceSchema),
  services: z.array(setupServiceSchema),
  /** One of the business, and one of each resource that has hours of its own. */
  timetables: z.array(z.object({ resourceId: id.nullable(), hours: z.array(weeklyHoursSchema), revision })),
  closures: z.array(closureSchema.safeExtend({ id })),
  prices: z.array(z.object({ serviceId: id, rules: z.array(priceRuleSchema), revision })),
  /** When customers of each service are reminded, and the hours without. */
  reminders: z.array(reminderFormSchema.extend({ serviceId: id, revision })),
  /** What is printed on receipts; its services are those that may bear GST: consultations are exempt. */
  receipts: z.object({
    ...receiptSettingsForm.shape,
    gstin: z.string().nullable(),
    services: z.array(
      z.object({
        id,
        name: shownTextSchema,
        gstPercent: z.number().int().nullable(),
        sac: z.string().nullable(),
      }),
    ),
    revision,
  }),
});

export const createdSchema = z.object({ id });
export const seenSchema = z.object({ revision });
export const orderSchema = z.object({ kind: z.enum(['resource', 'service']), ids: z.array(id).max(500) });
export const archiveSchema = z.object({ archived: z.boolean(), revision });

/** What stands in the way of archiving: who is booked from now on. */
export const archivedSchema = z.object({ done: z.boolean(), upcoming: z.number().int() });

export type Setup = z.infer<typeof setupSchema>;
export type SetupResource = Setup['resources'][number];
export type SetupService = Setup['services'][number];
export type ResourceForm = z.infer<typeof resourceFormSchema>;
export type ServiceForm = z.infer<typeof serviceFormSchema>;
export type TimetableForm = z.infer<typeof timetableFormSchema>;
export type BusinessForm = z.infer<typeof businessFormSchema>;

/** What is being written in a form, to see what customers will read of it. */
export const previewFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('business'), form: businessFormSchema }),
  z.object({ kind: z.literal('service'), id: id.nullable(), form: serviceFormSchema }),
  z.object({ kind: z.literal('resource'), id: id.nullable(), form: resourceFormSchema }),
]);

export const templateFormSchema = z.object({ template: z.enum(templateKinds) });

/** A picture as base64; null takes it away. Four thirds of two megabytes. */
const data = z.base64().max(2_800_000).nullable();
export const photoFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resource'), id, data }),
  z.object({ kind: z.literal('service'), id, data }),
  /** The logo. */
  z.object({ kind: z.literal('business'), data }),
]);
