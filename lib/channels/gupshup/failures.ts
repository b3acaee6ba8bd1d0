import { z } from 'zod';
import { kindOfCode as kindOfMetaCode } from '../meta/failures';
import type { ChannelFailureKind } from '../types';

// Gupshup's own codes; the exact line between 1004 and 1008 is not documented, but each of them asks for a template.
// Source: Gupshup, "Error codes" as far as the reference has them (§10.7). Meta's codes come through unchanged.
const codesByKind: Partial<Record<ChannelFailureKind, readonly number[]>> = {
  unreachable: [1002],
  /** The wallet is empty: nothing goes out until somebody pays. */
  'channel-blocked': [1003],
  'window-closed': [1004, 1005, 1006, 1007, 1008],
  /** A file, a customer who wants none of it, a template that is not as we think. */
  rejected: [1010, 1011, 1012, 4001, 4002, 4003],
};

const kindByCode = new Map<number, ChannelFailureKind>(
  Object.entries(codesByKind).flatMap(([kind, codes]) =>
    // Object.entries forgets that the keys are exactly the kinds above.
    codes.map((code) => [code, kind as ChannelFailureKind] as const),
  ),
);

export type Refusal = { code?: number; message: string };

const code = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int())
  .optional()
  .catch(undefined);
const maybeText = z.string().optional().catch(undefined);
const errorSchema = z.looseObject({
  status: z.literal('error'),
  code,
  message: z
    .union([z.string(), z.looseObject({ code, message: maybeText, reason: maybeText })])
    .optional()
    .catch(undefined),
});

/** What an answer refuses, at whatever HTTP status; null for one that refuses nothing. */
export function refusalOf(body: unknown): Refusal | null {
  const { data } = errorSchema.safeParse(body);
  if (!data) return null;
  const { message } = data;
  const said = typeof message === 'string' ? message : (message?.message ?? message?.reason);
  const number = data.code ?? (typeof message === 'object' ? message.code : undefined);
  return { message: said ?? 'no explanation', ...(number !== undefined && { code: number }) };
}

/** The failure kind of a refusal: by code, else by HTTP status. */
export function kindOfRefusal(httpStatus: number, refusal: Refusal | null): ChannelFailureKind {
  const known = refusal?.code === undefined ? undefined : kindOfCode(refusal.code);
  if (known) return known;
  if (httpStatus === 429) return 'rate-limited';
  // 402: the wallet is empty.
  if (httpStatus === 401 || httpStatus === 402 || httpStatus === 403) return 'channel-blocked';
  // Without Gupshup's own error the address is another's.
  if (httpStatus === 404 && !refusal) return 'channel-blocked';
  // A gateway that lost patience does not know what became of the request.
  if (httpStatus === 504) return 'unknown-outcome';
  if (httpStatus === 408 || httpStatus >= 500) return 'unavailable';
  // A redirect is not followed.
  if (httpStatus >= 300 && httpStatus < 400) return 'unavailable';
  return 'rejected';
}

/** The kind of one of Gupshup's codes or of Meta's, which it passes on; undefined for one that nobody documented. */
export const kindOfCode = (number: number): ChannelFailureKind | undefined =>
  kindByCode.get(number) ?? kindOfMetaCode(number);
