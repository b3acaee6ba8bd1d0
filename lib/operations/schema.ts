import { z } from 'zod';
import { jobReasons } from './why';

// What of failed tasks crosses to the browser and back.

export const failedJob = z.object({
  /** The queue's own number. */
  id: z.string().regex(/^\d{1,19}$/),
  name: z.string(),
  /** retrying: the queue tries again by itself at `nextAt`; given-up: nobody comes for it any more. */
  state: z.enum(['retrying', 'given-up']),
  why: z.enum(jobReasons),
  /** What the last try ended with, without numbers, names and words of people. */
  detail: z.string(),
  tries: z.number().int(),
  since: z.iso.datetime(),
  triedAt: z.iso.datetime(),
  nextAt: z.iso.datetime().nullable(),
  /** What it is about, masked: field and value. */
  about: z.array(z.object({ field: z.string(), value: z.string() })),
  /** The chat that it concerns. */
  threadId: z.uuid().nullable(),
});
export type FailedJob = z.infer<typeof failedJob>;

export const failedJobs = z.object({ jobs: z.array(failedJob) });
export type FailedJobs = z.infer<typeof failedJobs>;

export const jobParams = z.object({ job: failedJob.shape.id });
export const jobAct = z.object({ act: z.enum(['retry', 'discard']) });

/** How long a business keeps what it does not need for good. */
export const keeping = z.object({
  /** Eight at least: providers repeat a webhook for seven days. */
  bodiesDays: z.number().int().min(8).max(3650),
  /** Null: for good. */
  messagesMonths: z.number().int().min(1).max(120).nullable(),
});
export type Keeping = z.infer<typeof keeping>;

export const shownKeeping = keeping.extend({ clearedAt: z.iso.datetime().nullable() });
export type ShownKeeping = z.infer<typeof shownKeeping>;
