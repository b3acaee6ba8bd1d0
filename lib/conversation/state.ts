import { z } from 'zod';
import { languageSchema } from '../kernel/local-text-schema';
import { draftSchema, emptyDraft } from './draft';

/** Where a chat stands: the question that was asked last. */
export const stepNames = [
  'idle',
  'service',
  'doctor',
  'day',
  'typed-day',
  'time',
  'pick',
  'length',
  'court',
  'attendee',
  'name',
  'age',
  'holding',
  'review',
  'payment',
  'rebook',
  'change',
  'bookings',
  'booking',
  'cancel',
  'continue',
] as const;

export type StepName = (typeof stepNames)[number];

const stateSchema = z.object({
  version: z.literal(1),
  step: z.enum(stepNames),
  draft: draftSchema,
  /** A booking of this chat that is held but not confirmed; for a move the booking with its new time held. */
  held: z.string().nullable(),
  /** The booking in hand at the steps booking and cancel. */
  subject: z.string().nullable(),
  /** What the list of bookings was shown for. */
  purpose: z.enum(['show', 'cancel', 'move']),
  /** Readings put to the customer at the step pick. */
  options: z
    .array(
      z.object({
        date: z.string().nullable(),
        time: z.number().nullable(),
        bound: z.enum(['after', 'before']).optional(),
      }),
    )
    .max(9),
  /** Lines to say on top of the next message: they wait while an outcome is awaited. */
  notes: z.array(z.string().max(1000)).max(4),
  /** How often in a row we did not understand. */
  misses: z.number().int(),
  language: languageSchema.nullable(),
  /** When the customer last wrote, epoch minutes. */
  lastAt: z.number().nullable(),
  /** We called staff and have not spoken since. */
  withStaff: z.boolean(),
});

export type State = z.infer<typeof stateSchema>;

export const initialState: State = {
  version: 1,
  step: 'idle',
  draft: emptyDraft,
  held: null,
  subject: null,
  purpose: 'show',
  options: [],
  notes: [],
  misses: 0,
  language: null,
  lastAt: null,
  withStaff: false,
};

/** The saved state; a fresh start where there is none or it cannot be read (an older version, a torn write). */
export const readState = (saved: unknown): State => {
  const parsed = stateSchema.safeParse(saved);
  return parsed.success ? parsed.data : initialState;
};
