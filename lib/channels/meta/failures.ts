import { z } from 'zod';
import type { ChannelFailureKind } from '../types';

// One line per class of the reference's table; Meta answers HTTP 400 to most of them, so the code decides first.
// Source: Meta, "Cloud API error codes" (2025-11-19 to 2026-03).
const codesByKind: Record<Exclude<ChannelFailureKind, 'unknown-outcome'>, readonly number[]> = {
  'rate-limited': [4, 80007, 80008, 130429, 131056],
  unavailable: [1, 2, 131000, 131016, 131053, 131057, 131059, 133000, 133004, 133009, 133015],
  'channel-blocked': [0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 133006, 133010],
  'window-closed': [131047],
  unreachable: [130497, 131026, 131030],
  // 13201x and 13206x stop one template or flow, 131048 and 13106x what we start unasked: replies go on.
  rejected: [
    131048, 131063, 131064, 134011, 100, 130472, 131008, 131009, 131020, 131021, 131041, 131049, 131050,
    131051, 131052, 131055, 131061, 131062, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016,
    132018, 132068, 132069, 133005, 133008, 133016, 135000, 137000,
  ],
};

const kindByCode = new Map<number, ChannelFailureKind>(
  Object.entries(codesByKind).flatMap(([kind, codes]) =>
    // Object.entries forgets that the keys are exactly the kinds above.
    codes.map((code) => [code, kind as ChannelFailureKind] as const),
  ),
);

/** How long Meta says some conditions last, where it gives no Retry-After: maintenance 1–5 minutes, deletion 5. */
const waitMsByCode = new Map([
  [131057, 60_000],
  [133015, 300_000],
]);

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.number().int().optional().catch(undefined),
    error_subcode: z.number().int().optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    error_data: z
      .looseObject({ details: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
});

const gatewaySchema = z.looseObject({
  meta: z
    .looseObject({ developer_message: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  detail: z.string().optional().catch(undefined),
});

/** What a gateway before Meta says of its own refusal; its shape is not documented. */
export function explanationOf(body: unknown): string {
  const { data } = gatewaySchema.safeParse(body);
  return data?.meta?.developer_message ?? data?.detail ?? 'no explanation';
}

export type ProviderError = z.infer<typeof errorSchema>['error'];

/** Meta's error object in an answer, at whatever HTTP status; null when there is none. */
export const errorOf = (body: unknown): ProviderError | null =>
  errorSchema.safeParse(body).data?.error ?? null;

/** The failure kind of a refusal: by code, else by what Meta calls passing, else by HTTP status. */
export function kindOfRefusal(httpStatus: number, error: ProviderError | null): ChannelFailureKind {
  const code = error?.code;
  // `100` alone is a wrong field; with this subcode the number itself is gone or not ours.
  if (code === 100 && error?.error_subcode === 33) return 'channel-blocked';
  const known = code === undefined ? undefined : kindOfCode(code);
  if (known) return known;
  if (error?.is_transient === true) return 'unavailable';
  if (httpStatus === 429) return 'rate-limited';
  if (httpStatus === 401 || httpStatus === 403) return 'channel-blocked';
  // Without Meta's error this is not Meta: the base address or version is wrong for every message.
  if (httpStatus === 404 && !error) return 'channel-blocked';
  // A gateway that lost patience does not know what became of the request.
  if (httpStatus === 504 && !error) return 'unknown-outcome';
  if (httpStatus === 408 || httpStatus >= 500 || httpStatus < 400) return 'unavailable';
  return 'rejected';
}

/** The kind of one of Meta's codes, also those of a `failed` status; undefined for a code nobody documented. */
export function kindOfCode(code: number): ChannelFailureKind | undefined {
  // Permissions not granted or removed.
  if (code >= 200 && code <= 299) return 'channel-blocked';
  return kindByCode.get(code);
}

/** The wait Meta asks for, or the usual length of this condition. `sentAt` is the answer's own Date header. */
export function waitMsOf(
  code: number | undefined,
  retryAfter: string | undefined,
  sentAt: string | undefined,
) {
  const asked = parseRetryAfter(retryAfter, sentAt);
  return asked ?? (code === undefined ? undefined : waitMsByCode.get(code));
}

/** Seconds, or a date that only means something against the answer's own clock. Source: RFC 9110, 10.2.3. */
function parseRetryAfter(value: string | undefined, sentAt: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(sentAt ?? '');
  return wait >= 0 ? wait : undefined;
}
