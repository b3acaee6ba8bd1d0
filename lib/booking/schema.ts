import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const priceLine = z.object({
  label: z.record(z.enum(['ta', 'en']), z.string().optional()).nullable(),
  minutes: z.number(),
  paise: z.number().int(),
});

/** A new time held for a standing booking, as its history keeps it until it is confirmed or given up. */
export const pendingMoveSchema = z.object({
  move: z.literal(true),
  resourceId: z.uuid(),
  unit: z.number().int().positive(),
  startsAt: instant,
  endsAt: instant,
  bufferBeforeMinutes: z.number().int().nonnegative(),
  bufferAfterMinutes: z.number().int().nonnegative(),
  pricePaise: z.number().int().nonnegative(),
  priceLines: z.array(priceLine),
  holdUntil: instant,
});

/** As many dates as a series may have: a year of weeks. */
export const mostSeriesDates = 53;

const date = z.iso.date();
const wholeWeeks = z.number().int().min(1).max(mostSeriesDates);

/** A standing wish: the same local time every so many weeks, so many times or up to a last date, inclusive. */
export const seriesRuleSchema = z.object({
  serviceId: z.uuid(),
  /** null: whoever is free. */
  resourceId: z.uuid().nullable(),
  firstOn: date,
  everyWeeks: wholeWeeks,
  end: z.union([z.object({ times: wholeWeeks }), z.object({ untilOn: date })]),
  /** Minute of the local day. */
  startMinute: z.number().int().min(0).max(1439),
  durationMinutes: z.number().int().min(1).max(1440),
});

export type SeriesRule = z.infer<typeof seriesRuleSchema>;

export type PendingMove = z.infer<typeof pendingMoveSchema>;

const iso = z.iso.datetime();
const localText = z.object({ ta: z.string().exactOptional(), en: z.string().exactOptional() });
const dayStretch = z.object({ from: z.number().int(), to: z.number().int() });

/** A booking or live hold as the calendar draws it. */
const calendarBookingSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  serviceId: z.uuid(),
  resourceId: z.uuid(),
  unit: z.number().int(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  attendeeName: z.string().nullable(),
  status: z.enum(['held', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled']),
  startsAt: iso,
  endsAt: iso,
  pricePaise: z.number().int(),
  source: z.enum(['chat', 'staff', 'demo']),
  holdUntil: iso.nullable(),
  /** Booked although the time was taken. */
  over: z.boolean(),
  /** The hold waits for money rather than for a word. */
  awaitsPayment: z.boolean(),
  version: z.number().int(),
});

/** Time taken by what is no booking: maintenance, leave, a busy time from outside, a new time held for a move. */
const calendarBlockSchema = z.object({
  ids: z.array(z.uuid()),
  resourceId: z.uuid(),
  kind: z.enum(['block', 'leave', 'busy', 'moving']),
  startsAt: iso,
  endsAt: iso,
  reason: z.string(),
  /** Of `moving`: whose new time it is. */
  bookingId: z.uuid().nullable(),
});

/** What a calendar shows of a span of days. Stretches are minutes since the day's own midnight. */
export const calendarSchema = z.object({
  services: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['court', 'consultation']),
      name: localText,
      durationMinutes: z.array(z.number().int()),
      stepMinutes: z.number().int(),
      archived: z.boolean(),
    }),
  ),
  resources: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['court', 'doctor']),
      name: localText,
      detail: localText.nullable(),
      capacity: z.number().int(),
      archived: z.boolean(),
      /** What it offers, with its own lengths where they differ. */
      offers: z.array(
        z.object({ serviceId: z.uuid(), durationMinutes: z.array(z.number().int()).nullable() }),
      ),
    }),
  ),
  days: z.array(
    z.object({
      date: z.iso.date(),
      startsAt: iso,
      minutes: z.number().int(),
      resources: z.array(
        z.object({
          resourceId: z.uuid(),
          open: z.array(dayStretch),
          closed: z.array(dayStretch.extend({ reason: localText })),
        }),
      ),
    }),
  ),
  bookings: z.array(calendarBookingSchema),
  blocks: z.array(calendarBlockSchema),
});

export type CalendarView = z.infer<typeof calendarSchema>;
export type CalendarBooking = z.infer<typeof calendarBookingSchema>;
export type CalendarBlock = z.infer<typeof calendarBlockSchema>;

/** Six weeks: the most that a page of a calendar shows. */
export const calendarQuerySchema = z
  .object({ from: z.iso.date(), to: z.iso.date(), resourceId: z.uuid().exactOptional() })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 41 * 86_400_000, {
    path: ['to'],
    message: 'The span ends before it begins, or is longer than six weeks.',
  });
