import { z } from 'zod';
import { errorOf, kindOfRefusal } from '../meta/failures';
import type { ChannelFailureKind } from '../types';

// Source: Meta, On-Premises API, "Error codes"; the list in the reference is not complete.
const codesByKind: Record<Exclude<ChannelFailureKind, 'unknown-outcome'>, readonly number[]> = {
  'rate-limited': [429, 1015],
  unavailable: [1000, 1011, 1014, 1016, 1017, 1018, 1023],
  'channel-blocked': [1005, 1021, 1024],
  'window-closed': [470],
  unreachable: [1006, 1007, 1013, 1026],
  // 471 stops what we start unasked, as 131048 does: replies go on.
  rejected: [471, 472, 1001, 1002, 1008, 1009, 1010, 1025, 2000, 2001, 2005, 2006, 2007, 2068],
};

const kindByCode = new Map<number, ChannelFailureKind>(
  Object.entries(codesByKind).flatMap(([kind, codes]) =>
    // Object.entries forgets that the keys are exactly the kinds above.
    codes.map((code) => [code, kind as ChannelFailureKind] as const),
  ),
);

/** The webapp knows nobody of this number yet: it has to be asked for them first. */
export const unknownContactCodes: readonly number[] = [1006, 1013];

const maybe = z.string().optional().catch(undefined);
const errorsSchema = z.looseObject({
  errors: z.tuple([z.looseObject({ code: z.number().int(), title: maybe, details: maybe })], z.unknown()),
});

type Refusal = { kind: ChannelFailureKind; code: number | undefined; explanation: string };

/** Why a webapp refused: in its own words, or in the Cloud API's where a gateway speaks for it; null for a success. */
export function refusalOf(httpStatus: number, body: unknown): Refusal | null {
  const [own] = errorsSchema.safeParse(body).data?.errors ?? [];
  const metas = errorOf(body);
  const success = httpStatus >= 200 && httpStatus <= 299;
  if (success && !own && !metas) return null;
  const code = own?.code ?? metas?.code;
  const known = own && kindByCode.get(own.code);
  return {
    kind: known ?? kindOfRefusal(httpStatus, metas ?? (own ? { code: own.code } : null)),
    code,
    explanation:
      own?.details ?? own?.title ?? metas?.error_data?.details ?? metas?.message ?? 'no explanation',
  };
}
