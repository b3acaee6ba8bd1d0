import { z } from 'zod';

// What a look at a channel through its provider's API finds. Codes, not words: people read them in their language
// (catalogue `channels`), each with what it means and, where something is wrong, how to mend it.

/** Every code with what it means: true is right, false is wrong, null is neither, or the provider does not tell. */
export const findingCodes = {
  'token-good': true,
  /** Accepted; when it ends is not told. */
  'token-accepted': true,
  /** `until`: an instant in ISO form. */
  'token-ends': null,
  'token-ends-soon': false,
  /** Made for trying, and over within a day. */
  'token-temporary': false,
  'token-expired': false,
  'token-wrong': false,
  'scopes-good': true,
  /** `scopes`: what is missing. */
  'scopes-missing': false,
  'secret-good': true,
  'secret-wrong': false,
  /** `phone`: the number as the provider shows it. */
  'number-good': true,
  'number-wrong': false,
  /** `phone`: the number behind the id; `given`: the one we were told. */
  'number-other': false,
  'number-unregistered': false,
  'number-unverified': false,
  /** `state`: in the provider's word. */
  'number-offline': false,
  'account-good': true,
  'account-missing': false,
  'account-wrong': false,
  'account-other': false,
  'account-rejected': false,
  'account-closed': false,
  'name-good': true,
  'name-pending': null,
  'name-declined': false,
  'quality-good': true,
  'quality-fair': null,
  'quality-low': false,
  'quality-unknown': null,
  /** `level`: STANDARD, HIGH. */
  'throughput-known': true,
  /** `tier`: TIER_250 … TIER_UNLIMITED. */
  'limit-known': true,
  'limit-low': null,
  'webhook-good': true,
  /** Brought to us as far as can be told; where exactly is not told. */
  'webhook-subscribed': null,
  'webhook-none': false,
  'webhook-unsubscribed': false,
  /** `url`: where events go instead. */
  'webhook-elsewhere': false,
  /** `apps`: who else hears every customer. */
  'webhook-shared': null,
  /** `fields`: what is not sent to us. */
  'webhook-fields': false,
  'webhook-header': false,
  'app-wrong': false,
  'wallet-empty': false,
  'not-told': null,
  'no-answer': null,
} as const satisfies Record<string, boolean | null>;

export type FindingCode = keyof typeof findingCodes;

export const findingSubjects = [
  'token',
  'permissions',
  'secret',
  'number',
  'account',
  'display-name',
  'quality',
  'throughput',
  'messaging-limit',
  'webhook',
] as const;
export type FindingSubject = (typeof findingSubjects)[number];

const codes = Object.keys(findingCodes) as [FindingCode, ...FindingCode[]];

export const findingSchema = z.object({
  what: z.enum(findingSubjects),
  code: z.enum(codes),
  /** As the provider tells it: a name, a tier, an ISO instant. */
  params: z.record(z.string(), z.string()),
  /** What went wrong, in the provider's own words. */
  detail: z.string().nullable(),
});

/** One thing that was looked at, and what was found. */
export type Finding = z.infer<typeof findingSchema>;

/** A finding about `what`. */
export const found = (
  what: FindingSubject,
  code: FindingCode,
  params: Readonly<Record<string, string>> = {},
  detail: string | null = null,
): Finding => ({ what, code, params: { ...params }, detail });

/** Whether it is right, wrong, or neither. */
export const isRight = ({ code }: Pick<Finding, 'code'>): boolean | null => findingCodes[code];

/** Findings as they were stored; one of an earlier version of ours that is known no more is left out. */
export const readFindings = (stored: unknown): Finding[] =>
  (Array.isArray(stored) ? stored : []).flatMap((one) => findingSchema.safeParse(one).data ?? []);

/** What of the findings is looked up again and again, by whoever sends. Null: not told. */
export type ChannelStanding = {
  messagingLimitTier: string | null;
  qualityRating: string | null;
  tokenExpiresAt: Date | null;
  /** STANDARD or HIGH, in Meta's words. */
  throughput: string | null;
  displayPhone: string | null;
};

/** The standing that the findings add up to. */
export function standingOf(findings: readonly Finding[]): ChannelStanding {
  const told = (what: FindingSubject, name: string): string | null =>
    findings.find((one) => one.what === what)?.params[name] ?? null;
  const until = told('token', 'until');
  return {
    messagingLimitTier: told('messaging-limit', 'tier'),
    qualityRating: told('quality', 'quality'),
    tokenExpiresAt: until === null ? null : new Date(until),
    throughput: told('throughput', 'level'),
    displayPhone: told('number', 'phone'),
  };
}
