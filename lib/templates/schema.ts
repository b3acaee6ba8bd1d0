import { z } from 'zod';
import { languages } from '../kernel/local-text';
import { templatePurposes } from '../messaging/template-set/types';

// What of templates is stored as JSON, and what crosses to the browser and back.

const title = z.string();

export const templateDefinition = z.object({
  name: z.string(),
  language: z.string(),
  category: z.enum(['utility', 'marketing', 'authentication']),
  header: z.string().exactOptional(),
  body: z.string(),
  samples: z.record(z.string(), z.string()),
  footer: z.string().exactOptional(),
  buttons: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('quick-reply'), title }),
      z.object({ type: z.literal('url'), title, url: z.string(), sample: z.string().exactOptional() }),
      z.object({ type: z.literal('copy-code'), title }),
    ]),
  ),
});

const statuses = [
  'draft',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'deleted',
  'unknown',
] as const;

const wording = z.object({
  body: z.string().max(2000),
  footer: z.string().max(200).exactOptional(),
  buttons: z.array(z.string().max(100)).max(10),
});

export const shownTemplate = z.object({
  purpose: z.enum(templatePurposes),
  language: z.enum(languages),
  /** What is sent now; null: nothing is approved. */
  used: z.object({ name: z.string(), wording, category: z.string() }).nullable(),
  /** How the newest wording stands; `missing`: not submitted yet. */
  status: z.enum([...statuses, 'missing']),
  name: z.string(),
  category: z.string(),
  /** In the provider's words. */
  reason: z.string().nullable(),
  quality: z.string().nullable(),
  wording,
  /** The owner's own words. */
  own: z.boolean(),
  submittedAt: z.iso.datetime().nullable(),
  syncedAt: z.iso.datetime().nullable(),
  /** Whether its words can be changed: those of a code are the provider's. */
  fixed: z.boolean(),
});
export type ShownTemplate = z.infer<typeof shownTemplate>;

export const templatesPage = z.object({
  channels: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      /** The provider takes templates from us. */
      keeps: z.boolean(),
      templates: z.array(shownTemplate),
    }),
  ),
});
export type TemplatesPage = z.infer<typeof templatesPage>;

export const submitBody = z.object({
  channelId: z.uuid(),
  /** Absent: all that are not there yet. */
  only: z.object({ purpose: z.enum(templatePurposes), language: z.enum(languages) }).optional(),
});
export const submitAnswer = z.object({
  submitted: z.number().int(),
  /** What was refused at once, and why, in the provider's words. */
  refused: z.array(z.object({ name: z.string(), language: z.string(), why: z.string() })),
});
export type SubmitAnswer = z.infer<typeof submitAnswer>;

export const wordingBody = z.object({
  channelId: z.uuid(),
  purpose: z.enum(templatePurposes),
  language: z.enum(languages),
  wording,
});

export const askBody = z.object({ channelId: z.uuid() });
