import { z } from 'zod';
import { shownTextSchema, languageSchema } from '../kernel/local-text-schema';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const priceLine = z.object({
  label: shownTextSchema.nullable(),
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

/** Where a booking stood before a move, as its history keeps it. */
export const movedFromSchema = pendingMoveSchema.pick({
  resourceId: true,
  startsAt: true,
  endsAt: true,
  pricePaise: true,
  priceLines: true,
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
export type MovedFrom = z.infer<typeof movedFromSchema>;

const iso = z.iso.datetime();
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
  /** The series it was booked in. */
  seriesId: z.uuid().nullable(),
  /** Its customer has said that they are coming. */
  coming: z.boolean(),
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
      name: shownTextSchema,
      durationMinutes: z.array(z.number().int()),
      stepMinutes: z.number().int(),
      archived: z.boolean(),
    }),
  ),
  resources: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['court', 'doctor']),
      name: shownTextSchema,
      detail: shownTextSchema.nullable(),
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
          closed: z.array(dayStretch.extend({ reason: shownTextSchema })),
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

const span = z.object({ from: z.iso.date(), to: z.iso.date(), resourceId: z.uuid().exactOptional() });
const isSpan = ({ from, to }: { from: string; to: string }): boolean =>
  from <= to && Date.parse(to) - Date.parse(from) <= 41 * 86_400_000;
const noSpan = { path: ['to'], message: 'The span ends before it begins, or is longer than six weeks.' };

/** Six weeks: the most that a page of a calendar shows. */
export const calendarQuerySchema = span.refine(isSpan, noSpan);
export const monthQuerySchema = span.extend({ serviceId: z.uuid().exactOptional() }).refine(isSpan, noSpan);

/** How full each day of a span is. */
export const monthSchema = z.object({
  days: z.array(
    z.object({
      date: z.iso.date(),
      /** Bookings that begin on it. */
      count: z.number().int(),
      bookedMinutes: z.number().int(),
      /** Minutes that could be booked: open, not closed, not blocked; each unit of a court counted. */
      openMinutes: z.number().int(),
      /** What closes it, and for whom: null for everybody who is shown. */
      closed: z.array(z.object({ resourceId: z.uuid().nullable(), reason: shownTextSchema })),
    }),
  ),
});
export type MonthView = z.infer<typeof monthSchema>;

const durationMinutes = z.number().int().min(5).max(1440);

/** A time as staff ask for it. */
export const slotWishSchema = z.object({
  serviceId: z.uuid(),
  resourceId: z.uuid(),
  startsAt: iso,
  durationMinutes,
});

export const slotQuerySchema = slotWishSchema.extend({
  durationMinutes: z.coerce.number().pipe(durationMinutes),
  /** The booking that is being moved: its own time is no obstacle. */
  except: z.uuid().exactOptional(),
  /** Whom a new booking would be for, to show what they would be told. */
  customerId: z.uuid().exactOptional(),
});

export const slotRuleSchema = z.object({
  kind: z.enum([
    'past',
    'notice',
    'beyond-horizon',
    'closure',
    'outside-hours',
    'break',
    'taken',
    'off-step',
    'duration',
  ]),
  /** Of a closure. */
  reason: shownTextSchema.exactOptional(),
  /** Of a notice: the earliest moment for which customers may book. */
  at: iso.exactOptional(),
});

export const clashSchema = z.object({
  what: z.enum(['booking', 'block']),
  name: z.string().nullable(),
  reference: z.string().nullable(),
  startsAt: iso,
  endsAt: iso,
});

const cannotTell = z.enum(['no-chat', 'window-closed', 'opted-out', 'blocked', 'channel-paused']);

/** What the customer would read, word for word, and whether it can be sent. */
export const noticeSchema = z.object({
  language: languageSchema,
  text: z.string(),
  buttons: z.array(z.string()),
  cannot: cannotTell.nullable(),
});

/** What a time costs, what it bends (`hard`: only with permission and reason), whom it would meet. */
export const slotQuoteSchema = z.object({
  pricePaise: z.number().int(),
  priceLines: z.array(
    z.object({ label: shownTextSchema.nullable(), minutes: z.number(), paise: z.number().int() }),
  ),
  hard: slotRuleSchema.nullable(),
  soft: slotRuleSchema.nullable(),
  clashes: z.array(clashSchema),
  /** null: there is nobody to tell. */
  notice: noticeSchema.nullable(),
});

export type SlotQuote = z.infer<typeof slotQuoteSchema>;
export type SlotRule = z.infer<typeof slotRuleSchema>;

/** Made by the client once for one act: repeating the act finds what it did. */
const actKey = z.uuid();
/** Why a rule is bent; wanted only where one is. */
const overrideReason = z.string().trim().min(1).max(300).nullable();
const notify = z.boolean();

/** For whom something is booked at the desk. */
export const whoSchema = z.object({
  /** Somebody known, somebody new, or nobody but the name of who comes. */
  customer: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('known'), id: z.uuid() }),
      z.object({
        kind: z.literal('new'),
        name: z.string().trim().min(1).max(120),
        phone: z.string().trim().max(24),
      }),
    ])
    .nullable(),
  attendeeId: z.uuid().nullable(),
  attendeeName: z.string().trim().max(120).nullable(),
  note: z.string().trim().max(1000).nullable(),
});

export const newBookingSchema = slotWishSchema.extend({
  ...whoSchema.shape,
  key: actKey,
  overrideReason,
  notify,
});

export const moveBookingSchema = slotWishSchema.omit({ serviceId: true }).extend({
  version: z.number().int(),
  /** Whether the booking costs what it did, what its new time costs, or (a move is undone) what it did before that move. */
  price: z.enum(['keep', 'new', 'before']).default('new'),
  overrideReason,
  notify,
});

/** How the customer was told, or why not. */
export const toldHowSchema = z.enum(['message', ...cannotTell.options]);
/** The same; null where it was not wished. */
export const toldSchema = toldHowSchema.nullable();

/** What came of booking or moving: a refusal carries what stands in the way. */
export const placedSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    bookingId: z.uuid(),
    reference: z.string(),
    version: z.number().int(),
    told: toldSchema,
  }),
  z.object({ outcome: z.literal('refused'), quote: slotQuoteSchema }),
  /** Somebody else was faster, or it is in no state to be moved. */
  z.object({ outcome: z.literal('changed'), status: z.string() }),
]);

export type Placed = z.infer<typeof placedSchema>;

export const newBlockSchema = z
  .object({
    resourceId: z.uuid(),
    kind: z.enum(['block', 'leave']),
    startsAt: iso,
    endsAt: iso,
    reason: z.string().trim().max(120),
  })
  .refine((block) => block.startsAt < block.endsAt, {
    path: ['endsAt'],
    message: 'It must end after it starts.',
  });

export const blockedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), ids: z.array(z.uuid()) }),
  z.object({ outcome: z.literal('refused'), clashes: z.array(clashSchema) }),
]);

export const liftBlockSchema = z.object({ ids: z.array(z.uuid()).min(1).max(100) });
