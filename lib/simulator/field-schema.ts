import { z } from 'zod';

/** Meta counts Unicode characters; code points are the strictest reading that a sender can be held to. */
export const characters = (text: string): number => Array.from(text).length;

/** Text of at most `max` characters with something in it. */
export const filled = (max: number): z.ZodString =>
  z
    .string()
    .refine((text) => text.trim() !== '', { error: 'must not be empty', abort: true })
    .refine((text) => characters(text) <= max, { error: `must be at most ${String(max)} characters` });

/** As `filled`, and refused with blanks at either end. Source: reference §1.2, interactive strings. */
export const trimmed = (max: number): z.ZodString =>
  filled(max).refine((text) => text === text.trim(), { error: 'must not begin or end with blanks' });

export const webAddress = z
  .string()
  .max(2000, { error: 'must be at most 2000 characters' })
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), {
    error: 'must be an http or https address',
  });

export const allDifferent = (values: readonly string[]): boolean => new Set(values).size === values.length;
