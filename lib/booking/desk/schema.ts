import { z } from 'zod';
import { feedbacks } from '../../kernel/feedback';
import { shownTextSchema, languageSchema } from '../../kernel/local-text-schema';
import { reminderKinds, unsentReasons } from '../../reminders/schema';
import { toldHowSchema, toldSchema } from '../schema';

const iso = z.iso.datetime();

/** The states that a list at the desk knows; holds that ended are no bookings. */
export const shownStatuses = [
  'held',
  'confirmed',
  'checked-in',
  'completed',
  'no-show',
  'cancelled',
] as const;
export type ShownStatus = (typeof shownStatuses)[number];
export const bookingSources = ['chat', 'staff', 'demo'] as const;

/** What a booking's money asks of its customer, as its service has it: nothing, or to pay there, in part before, or before. */
export const paymentKinds = ['none', 'venue', 'deposit', 'full'] as const;

/** Not over yet, over, or both. */
export const periods = ['upcoming', 'past', 'all'] as const;
export type Period = (typeof periods)[number];

const filters = z.object({
  /** A name, a phone number, or a whole reference. */
  q: z.string().trim().max(80).exactOptional(),
  /** First local day of the start. */
  from: z.iso.date().exactOptional(),
  /** Inclusive. */
  to: z.iso.date().exactOptional(),
  serviceId: z.uuid().exactOptional(),
  resourceId: z.uuid().exactOptional(),
  status: z.enum(shownStatuses).exactOptional(),
  source: z.enum(bookingSources).exactOptional(),
  payment: z.enum(paymentKinds).exactOptional(),
  period: z.enum(periods).exactOptional(),
  sort: z.enum(['start', 'created']).exactOptional(),
  order: z.enum(['asc', 'desc']).exactOptional(),
});

type ListWords = Partial<Record<'q' | 'from' | 'to' | 'period' | 'sort' | 'order', string>>;

/** The period meant where none is named: a desk looks ahead, unless it searches or asks for days. */
export const periodOf = ({ period, q, from, to }: ListWords): Period =>
  periods.find((one) => one === period) ?? (q || from || to ? 'all' : 'upcoming');

/** The direction meant where none is named: the soonest first of what is to come, otherwise the newest. */
export function orderOf(wish: ListWords): 'asc' | 'desc' {
  if (wish.order === 'asc' || wish.order === 'desc') return wish.order;
  return wish.sort !== 'created' && periodOf(wish) === 'upcoming' ? 'asc' : 'desc';
}

/** `after` is what the page before gave as `next`. */
export const bookingListQuery = filters.extend({ after: z.string().max(100).exactOptional() });
export const bookingExportQuery = filters.extend({ format: z.enum(['csv', 'xlsx']) });
export type BookingFilters = z.output<typeof filters>;

export const bookingRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  serviceName: shownTextSchema,
  resourceId: z.uuid(),
  resourceName: shownTextSchema,
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  attendeeName: z.string().nullable(),
  status: z.enum(shownStatuses),
  startsAt: iso,
  endsAt: iso,
  pricePaise: z.number().int(),
  /** Paid and not on its way back. */
  keptPaise: z.number().int(),
  /** Still to be paid; negative where too much was. */
  duePaise: z.number().int(),
  payment: z.enum(paymentKinds),
  source: z.enum(bookingSources),
  createdAt: iso,
  version: z.number().int(),
});
export type BookingListRow = z.infer<typeof bookingRow>;

export const bookingList = z.object({ rows: z.array(bookingRow), next: z.string().nullable() });
export type BookingList = z.infer<typeof bookingList>;

const timelineEntry = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('event'),
    at: iso,
    kind: z.string(),
    by: z.enum(['customer', 'staff', 'system']),
    /** Of staff. */
    name: z.string().nullable(),
    reason: z.string().nullable(),
    /** Where it was, of a move. */
    fromStart: iso.nullable(),
  }),
  z.object({
    what: z.literal('message'),
    at: iso,
    label: z.string(),
    body: z.string(),
    status: z.string(),
  }),
  z.object({
    /** To come, or given up; what was sent is a message. */
    what: z.literal('reminder'),
    at: iso,
    kind: z.enum(reminderKinds),
    /** Why it was not sent; null: it is planned. */
    reason: z.enum(unsentReasons).nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const bookingDetail = bookingRow.extend({
  serviceId: z.uuid(),
  serviceKind: z.enum(['court', 'consultation']),
  priceLines: z.array(
    z.object({ label: shownTextSchema.nullable(), minutes: z.number(), paise: z.number().int() }),
  ),
  note: z.string().nullable(),
  holdUntil: iso.nullable(),
  threadId: z.uuid().nullable(),
  /** When its customer said that they are coming. */
  comingAt: iso.nullable(),
  /** What its customer said of it afterwards. */
  feedback: z.enum(feedbacks).nullable(),
  /** Of a booking of a series: how many of it stand and are not over, and how many of these from this one on. */
  series: z.object({ standing: z.number().int(), following: z.number().int() }).nullable(),
  timeline: z.array(timelineEntry),
});
export type BookingDetail = z.infer<typeof bookingDetail>;

export const bookingParams = z.object({ booking: z.union([z.uuid(), z.string().regex(/^[0-9A-Za-z]{6}$/)]) });

const name = z.string().trim().min(1).max(120);
const reason = z.string().trim().min(1).max(300);
const version = z.number().int();
/** Made by the client once for one act: repeating the act tells the customer once. */
const key = z.uuid();
const tell = z.boolean();

/** What staff may do to a booking; `version` is that of the booking they saw. */
export const bookingAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cancel'), version, key, tell, reason }),
  z.object({ act: z.literal('check-in'), version }),
  z.object({ act: z.literal('complete'), version }),
  z.object({ act: z.literal('no-show'), version }),
  z.object({ act: z.literal('reopen'), version }),
  z.object({ act: z.literal('attendee'), version, key, tell, name }),
  z.object({
    act: z.literal('note'),
    note: z.string().trim().max(1000).nullable(),
    /** The note that is being rewritten, as it was seen. */
    was: z.string().max(1000).nullable(),
  }),
  z.object({ act: z.literal('resend'), key }),
  /** The link to its calendar file that its customer has leads nowhere from here on. */
  z.object({ act: z.literal('calendar-link') }),
]);
export type BookingAct = z.output<typeof bookingAct>;

/** `told`: how the customer was told, or why not; null where nobody wanted it. */
export const bookingActed = z.object({ version, told: toldSchema });
export type BookingActed = z.infer<typeof bookingActed>;

/** Which message to show before it is sent. */
export const noticeWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), reason: z.string().trim().max(300) }),
  z.object({ kind: z.literal('attendee'), name }),
  z.object({ kind: z.literal('confirmation') }),
  z.object({ kind: z.literal('late'), minutes: z.number().int().min(5).max(240) }),
  z.object({
    kind: z.literal('moved'),
    resourceId: z.uuid(),
    startsAt: iso,
    durationMinutes: z.number().int().min(5).max(1440),
  }),
]);
export type NoticeWish = z.output<typeof noticeWish>;

/** Which days to count free times of, from `from` on, and the one to list them of. */
export const moveTimesQuery = z.object({
  from: z.iso.date(),
  on: z.iso.date(),
  /** Absent: as long as the booking is, or as a doctor usually takes. */
  durationMinutes: z.coerce.number().int().min(5).max(1440).exactOptional(),
});
export type MoveTimesQuery = z.output<typeof moveTimesQuery>;

/** Where a booking could go: `resources` in display order, its own among them. */
export const moveTimes = z.object({
  days: z.array(z.object({ date: z.iso.date(), free: z.number().int() })),
  on: z.iso.date(),
  resources: z.array(
    z.object({
      id: z.uuid(),
      name: shownTextSchema,
      slots: z.array(
        z.object({ startsAt: iso, durationMinutes: z.number().int(), pricePaise: z.number().int() }),
      ),
    }),
  ),
  /** Why the day has nothing, where it has nothing. */
  closed: z
    .object({
      kind: z.enum(['past', 'beyond-horizon', 'closure', 'no-hours', 'full', 'notice']),
      reason: shownTextSchema.nullable(),
    })
    .nullable(),
  /** Lengths to choose from, shortest first, that of the booking among them. */
  lengths: z.array(z.number().int()),
});
export type MoveTimes = z.infer<typeof moveTimes>;

export const noticeShown = z.object({
  language: languageSchema,
  text: z.string(),
  buttons: z.array(z.string()),
  how: z.union([z.literal('message'), z.object({ cannot: toldHowSchema.exclude(['message']) })]),
});
export type NoticeShown = z.infer<typeof noticeShown>;

export const queueQuery = z.object({ resourceId: z.uuid(), date: z.iso.date().exactOptional() });

/** A day of one court or doctor in order of time; the token is the place in it, from 1. */
export const queueView = z.object({
  date: z.iso.date(),
  rows: z.array(
    bookingRow.extend({
      token: z.number().int(),
      arrivedAt: iso.nullable(),
      /** Called in since they came. */
      calledAt: iso.nullable(),
    }),
  ),
});
export type QueueView = z.infer<typeof queueView>;

const seenBooking = z.object({ id: z.uuid(), version });

/** Whose visit is over, and who is called in; each as it was seen. */
export const callBody = z.object({ inside: seenBooking.nullable(), next: seenBooking });
export type CallBody = z.output<typeof callBody>;

export const lateBody = z.object({
  resourceId: z.uuid(),
  minutes: z.number().int().min(5).max(240),
  key,
});
export const lateTold = z.object({
  told: z.number().int(),
  untold: z.array(z.object({ reference: z.string(), name: z.string().nullable(), why: toldHowSchema })),
});
export type LateTold = z.infer<typeof lateTold>;
