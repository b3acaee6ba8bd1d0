import type { z } from 'zod';
import { AppError } from '../../kernel/app-error';

/** Checks a command's input against its schema. Throws `invalid` naming every field that is wrong. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, what: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('invalid', `This ${what} cannot be saved as it is.`, fields);
}
