import type { FrontAnswer } from './types';

/** An answer in JSON. */
export const jsonAnswer = (status: number, body: unknown, more: Partial<FrontAnswer> = {}): FrontAnswer => ({
  status,
  body: JSON.stringify(body),
  ...more,
});
