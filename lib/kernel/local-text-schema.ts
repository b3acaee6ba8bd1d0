import { z } from 'zod';

const text = z.string().trim().min(1);

/** Text by language as it is read back and shown; what may be written is `localTextSchema`. */
export const shownTextSchema = z.object({ ta: z.string().exactOptional(), en: z.string().exactOptional() });

/** Text by language: Tamil, English or both, never neither. */
export const localTextSchema = z
  .object({ ta: text.exactOptional(), en: text.exactOptional() })
  .refine((value) => value.ta !== undefined || value.en !== undefined, 'Write it in Tamil or in English.');
