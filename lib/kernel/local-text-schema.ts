import { z } from 'zod';
import { byLanguage, languages } from './local-text';

const text = z.string().trim().min(1);

/** One of the languages Neram speaks. */
export const languageSchema = z.enum(languages);

/** Text by language as it is read back and shown; what may be written is `localTextSchema`. */
export const shownTextSchema = z.object(byLanguage(() => z.string().exactOptional()));

/** Text by language: in one or several, never in none. */
export const localTextSchema = z
  .object(byLanguage(() => text.exactOptional()))
  .refine((value) => Object.keys(value).length > 0, 'Write it in at least one language.');
