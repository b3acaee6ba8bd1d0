import { z } from 'zod';
import { languages } from '../kernel/local-text';
import { localTextSchema } from '../kernel/local-text-schema';

const zone = z.string().refine((id) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}, 'Not an IANA time zone such as Asia/Kolkata.');

/** A business as it is founded. */
export const businessSchema = z.object({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/, 'Small letters, digits and hyphens only.'),
  name: localTextSchema,
  address: localTextSchema,
  /** Owner's own wording by text key. */
  wording: z.record(z.string(), localTextSchema),
  /** IANA zone id; all rules of the business are evaluated in it. */
  zone,
  defaultLanguage: z.enum(languages),
  phone: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  staffIdleMinutes: z.number().int().positive(),
});

/** What customers and staff see of a business, as it is stored. */
export const businessProfileSchema = businessSchema.extend({ id: z.string() });
