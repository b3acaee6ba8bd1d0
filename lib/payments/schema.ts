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
