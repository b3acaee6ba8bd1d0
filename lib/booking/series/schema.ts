import { z } from 'zod';
import {
  clashSchema,
  mostSeriesDates,
  noticeSchema,
  seriesRuleSchema,
  slotRuleSchema,
  toldSchema,
  whoSchema,
} from '../schema';

// A series as it crosses between the desk's browser and the server.

const iso = z.iso.datetime();
const paise = z.number().int();
const minuteOfDay = z.number().int().min(0).max(1439);
/** Made by the client once for one act: repeating the act finds what it did. */
const key = z.uuid();

/** At the desk a series has a court or doctor of its own. */
const rule = seriesRuleSchema.extend({ resourceId: z.uuid() });

/** A date as staff want it: on the series' own court or doctor and time, or on others. */
const choice = z.object({
  on: z.iso.date(),
  resourceId: z.uuid().nullable(),
  startMinute: minuteOfDay.exactOptional(),
});

export const seriesWishSchema = z.object({
  rule,
  /** Whom it would be for, to show what they would be told. */
  customerId: z.uuid().nullable(),
  /** null: every date that is free. */
  dates: z.array(choice).max(mostSeriesDates).nullable(),
});
export type SeriesWish = z.output<typeof seriesWishSchema>;

const place = z.object({ resourceId: z.uuid(), startsAt: iso, endsAt: iso, pricePaise: paise });

/** One date of a series before anything is booked: where it would be, or what keeps it from being there. */
const plannedDate = z.object({
  on: z.iso.date(),
  startsAt: iso,
  endsAt: iso,
  /** null: it is not free. */
  own: place.nullable(),
  /** Why not, where it is closed. */
  closed: slotRuleSchema.nullable(),
  clashes: z.array(clashSchema),
  /** Where else it could be: the same time elsewhere first, then other times. */
  instead: z.array(place.extend({ startMinute: minuteOfDay })),
});
export type SeriesDatePlan = z.infer<typeof plannedDate>;

export const seriesPlanSchema = z.object({ dates: z.array(plannedDate), notice: noticeSchema.nullable() });
export type SeriesPlan = z.infer<typeof seriesPlanSchema>;

export const newSeriesSchema = whoSchema.extend({
  rule,
  key,
  dates: z.array(choice).min(1).max(mostSeriesDates),
  notify: z.boolean(),
});
export type NewSeries = z.output<typeof newSeriesSchema>;

/** Dates that were taken meanwhile: nothing was done. */
const taken = z.object({ outcome: z.literal('taken'), dates: z.array(z.iso.date()) });

export const seriesBookedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), count: z.number().int(), told: toldSchema }),
  taken,
]);
export type SeriesBooked = z.infer<typeof seriesBookedSchema>;

/** How much of a series is meant, seen from one of its bookings. */
export const reachSchema = z.enum(['this', 'following', 'all']);

const move = z.object({
  /** So many days on or back. */
  days: z.number().int().min(-366).max(366),
  startMinute: minuteOfDay,
  durationMinutes: z.number().int().min(5).max(1440),
  /** null: each stays where it is. */
  resourceId: z.uuid().nullable(),
});

const reason = z.string().trim().max(300);

/** A change that staff consider, to show what it would come to. */
export const seriesChangeWishSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cancel'), reach: reachSchema, reason }),
  z.object({ act: z.literal('move'), reach: reachSchema, to: move }),
]);
export type SeriesChangeWish = z.output<typeof seriesChangeWishSchema>;

export const seriesChangePlanSchema = z.object({
  /** The bookings that it means, by start; `to` where they would go, null where that is not free. */
  dates: z.array(z.object({ reference: z.string(), from: place, to: place.nullable() })),
  notice: noticeSchema.nullable(),
});
export type SeriesChangePlan = z.infer<typeof seriesChangePlanSchema>;

const change = { reach: reachSchema, version: z.number().int(), key, tell: z.boolean() };

export const seriesChangeSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cancel'), ...change, reason: reason.min(1) }),
  z.object({
    act: z.literal('move'),
    ...change,
    to: move,
    whenTaken: z.enum(['move-nothing', 'move-the-rest']),
  }),
]);
export type SeriesChange = z.output<typeof seriesChangeSchema>;

export const seriesChangedSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    count: z.number().int(),
    missed: z.array(z.iso.date()),
    told: toldSchema,
  }),
  taken,
  /** Somebody else was faster. */
  z.object({ outcome: z.literal('changed') }),
]);
export type SeriesChanged = z.infer<typeof seriesChangedSchema>;
