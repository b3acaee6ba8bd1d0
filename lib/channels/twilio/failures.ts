import { z } from 'zod';
import type { ChannelFailureKind } from '../types';

// Source: Twilio, "Error and warning dictionary", WhatsApp (63xxx), messaging (21xxx) and general (20xxx).
const codesByKind: Record<Exclude<ChannelFailureKind, 'unknown-outcome'>, readonly number[]> = {
  'rate-limited': [20429, 63018, 63038],
  unavailable: [20500, 20503, 63010, 63012],
  // 63020 and 63022: the account or the display name at Meta's Business Manager.
  'channel-blocked': [20003, 20005, 20006, 21212, 21606, 63001, 63007, 63013, 63020, 63022],
  'window-closed': [63016],
  unreachable: [21211, 21610, 21614, 63003, 63015, 63024],
  rejected: [21602, 21617, 21620, 21656, 63005, 63021, 63025, 63027, 63028, 63029, 63030, 63032, 63049],
};

const kindByCode = new Map<number, ChannelFailureKind>(
  Object.entries(codesByKind).flatMap(([kind, codes]) =>
    // Object.entries forgets that the keys are exactly the kinds above.
    codes.map((code) => [code, kind as ChannelFailureKind] as const),
  ),
);

/** An account's daily limit is not over in seconds. */
const waitMsByCode = new Map([[63038, 3_600_000]]);

const errorSchema = z.looseObject({
  code: z.number().int(),
  message: z.string().optional().catch(undefined),
});

/** Twilio's error in an answer; null where there is none. */
export const errorOf = (body: unknown): z.infer<typeof errorSchema> | null =>
  errorSchema.safeParse(body).data ?? null;

/** Why Twilio refused: by its code, else by the HTTP status. */
export function kindOfRefusal(httpStatus: number, code: number | undefined): ChannelFailureKind {
  const known = code === undefined ? undefined : kindByCode.get(code);
  if (known) return known;
  if (httpStatus === 429) return 'rate-limited';
  if (httpStatus === 401 || httpStatus === 403) return 'channel-blocked';
  // Without Twilio's error this is not Twilio; with it, the account in the address is not there.
  if (httpStatus === 404) return 'channel-blocked';
  // A gateway that lost patience does not know what became of the request.
  if (httpStatus === 504 && code === undefined) return 'unknown-outcome';
  if (httpStatus === 408 || httpStatus >= 500 || httpStatus < 400) return 'unavailable';
  return 'rejected';
}

export const waitMsOf = (code: number | undefined, retryAfter: string | undefined): number | undefined => {
  if (retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return code === undefined ? undefined : waitMsByCode.get(code);
};
