import { z } from 'zod';

const text = z.string().trim().min(1);

/** Text by language: Tamil, English or both, never neither. */
export const localTextSchema = z
  .object({ ta: text.exactOptional(), en: text.exactOptional() })
  .refine((value) => value.ta !== undefined || value.en !== undefined, 'Write it in Tamil or in English.');
