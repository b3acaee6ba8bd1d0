import { z } from 'zod';

const percent = z.number().int().min(0).max(100);

export const depositSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), amountPaise: z.number().int().positive() }),
  z.object({ kind: z.literal('percent'), percent: percent.min(1) }),
]);

/** Steps from the longest notice to the shortest: who calls off earlier never gets less. */
export const refundRuleSchema = z
  .object({
    steps: z.array(z.object({ hoursBefore: z.number().int().min(0).max(8_760), percent })).max(10),
  })
  .refine(
    ({ steps }) =>
      steps.every((step, at) => {
        const earlier = steps[at - 1];
        return !earlier || (earlier.hoursBefore > step.hoursBefore && earlier.percent >= step.percent);
      }),
    'steps must go from the longest notice to the shortest, and give back no more towards the end',
  );

/** Bookings from before there were terms are paid at the venue, and nothing was promised about giving back. */
export const termsSchema = z.object({
  rule: z.enum(['none', 'venue', 'deposit', 'full']).default('venue'),
  deposit: depositSchema.nullable().default(null),
  refund: refundRuleSchema.default({ steps: [] }),
});

const paise = z.number().int().positive();

/** What a customer sees of a payment that they were asked for. */
export const askingSchema = z.object({
  attemptId: z.uuid(),
  amountPaise: paise,
  /** Epoch milliseconds, as the customer was told. */
  payBy: z.number(),
  /** making: the gateway has not given the link yet; ended: too late, or called off. */
  state: z.enum(['making', 'open', 'paid', 'ended']),
  /** Where to pay: the gateway's page, or ours where it has none; null while it is being made. */
  url: z.url().nullable(),
  /** A gateway tells of the money by itself; of money sent to a UPI address staff must tell. */
  way: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('gateway') }),
    z.object({ kind: z.literal('upi'), address: z.string(), payee: z.string() }),
  ]),
  /** The bank's number that the customer gave. */
  claimedReference: z.string().nullable(),
});
