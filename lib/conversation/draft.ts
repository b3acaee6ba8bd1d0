import { z } from 'zod';
import type { BookingFact, ServiceFact } from './types';

const relation = z.enum(['self', 'mother', 'father', 'son', 'daughter', 'wife', 'husband', 'other']);

/** What a customer has told us so far about the booking in the making. Absent is null; nothing is guessed. */
export const draftSchema = z.object({
  serviceId: z.string().nullable(),
  resourceId: z.string().nullable(),
  /** The customer said that any court or doctor will do. */
  anyResource: z.boolean(),
  /** Doctors that a name could mean, while it is not clear which. */
  among: z.array(z.string()).max(20),
  /** `YYYY-MM-DD` in the business's zone. */
  date: z.string().nullable(),
  /** Wanted start in minutes of the local day; a wish until `start` is set. */
  time: z.number().nullable(),
  /** The offered slot that was chosen, in epoch minutes. */
  start: z.number().nullable(),
  after: z.number().nullable(),
  before: z.number().nullable(),
  part: z.enum(['morning', 'noon', 'evening', 'night']).nullable(),
  pick: z.enum(['earliest', 'latest']).nullable(),
  durationMinutes: z.number().nullable(),
  relation: relation.nullable(),
  attendeeId: z.string().nullable(),
  /** A typed or tapped name that is not stored yet. */
  name: z.string().nullable(),
  age: z.number().nullable(),
  /** The customer wants a person who is not in the list. */
  newPerson: z.boolean(),
  /** The customer wants to choose the person again: nobody is filled in without asking. */
  askWho: z.boolean(),
  /** The booking that is being moved. */
  moving: z.string().nullable(),
});

export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = {
  serviceId: null,
  resourceId: null,
  anyResource: false,
  among: [],
  date: null,
  time: null,
  start: null,
  after: null,
  before: null,
  part: null,
  pick: null,
  durationMinutes: null,
  relation: null,
  attendeeId: null,
  name: null,
  age: null,
  newPerson: false,
  askWho: false,
  moving: null,
};

/** Whether there is anything in it that a customer would be sorry to say again. */
export const isWorthKeeping = (draft: Draft): boolean =>
  draft.serviceId !== null && (draft.date !== null || draft.resourceId !== null || draft.time !== null);

/** The draft without its time, for choosing another one. */
export const withoutTime = (draft: Draft): Draft => ({
  ...draft,
  time: null,
  start: null,
  after: null,
  before: null,
  part: null,
  pick: null,
});

/**
 * A draft that would make the same booking again. A court is left open, since customers care about the time;
 * a doctor is kept.
 */
export const draftOfBooking = (booking: BookingFact, service: ServiceFact): Draft => ({
  ...emptyDraft,
  serviceId: booking.serviceId,
  resourceId: service.kind === 'consultation' ? booking.resourceId : null,
  anyResource: service.kind === 'court',
  durationMinutes: booking.durationMinutes,
  attendeeId: booking.attendeeId,
  name: booking.attendeeId === null ? booking.attendeeName : null,
});
