import { z } from 'zod';
import { shownTextSchema } from '../kernel/local-text-schema';

/** How much of a person other calendars show: the whole name and number, their initials, or only that it is taken. */
export const titleChoices = ['full', 'initials', 'booked'] as const;
export const titlesSchema = z.enum(titleChoices);

/** quota, unreachable and clock pass by themselves; the others wait for a person. */
export const linkStateSchema = z.enum([
  'active',
  'quota',
  'unreachable',
  'no-access',
  'not-found',
  'revoked',
  'clock',
]);

/** overlap: an outside event lies over a booking; moved, deleted: somebody changed the booking's event outside. */
export const conflictKindSchema = z.enum(['overlap', 'moved', 'deleted']);

const iso = z.iso.datetime();

const feedSchema = z.object({
  id: z.uuid(),
  /** Whoever has it may read the calendar. */
  address: z.string(),
  createdAt: iso,
  readAt: iso.nullable(),
});

const linkSchema = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  /** Null: the whole business. */
  resourceId: z.uuid().nullable(),
  calendarName: z.string(),
  reads: z.boolean(),
  state: linkStateSchema,
  stateSince: iso,
  /** When it last said all that the bookings say, and when it was last read. */
  writtenAt: iso.nullable(),
  readAt: iso.nullable(),
});

const conflictSchema = z.object({
  id: z.uuid(),
  kind: conflictKindSchema,
  calendarName: z.string(),
  bookingId: z.uuid(),
  reference: z.string(),
  who: z.string().nullable(),
  resourceName: shownTextSchema,
  bookingStartsAt: iso,
  bookingEndsAt: iso,
  /** Of the outside event. */
  startsAt: iso,
  endsAt: iso,
});

/** Settings → Calendars, as somebody with their role sees it. */
export const calendarsPage = z.object({
  titles: titlesSchema,
  /** The feed of whoever asks; null: none was made. */
  own: feedSchema.nullable(),
  resources: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['court', 'doctor']),
      name: shownTextSchema,
      feed: feedSchema.nullable(),
    }),
  ),
  /** What can be linked, and how. */
  google: z.object({
    /** Whether one can connect by signing in at Google. */
    consent: z.boolean(),
    accounts: z.array(
      z.object({ id: z.uuid(), kind: z.enum(['service-account', 'oauth']), label: z.string() }),
    ),
    /** Whether the whole business may be linked too. */
    whole: z.boolean(),
    links: z.array(linkSchema),
    conflicts: z.array(conflictSchema),
  }),
});
export type CalendarsPage = z.infer<typeof calendarsPage>;
export type ShownFeed = z.infer<typeof feedSchema>;

export const titlesBody = z.object({ titles: titlesSchema });

/** Null: the feed of whoever asks. */
export const feedBody = z.object({ resourceId: z.uuid().nullable() });

export const feedParams = z.object({ feed: z.uuid() });
export type ShownLink = CalendarsPage['google']['links'][number];
export type ShownConflict = CalendarsPage['google']['conflicts'][number];

/** A service account's JSON key, as Google gives it. */
export const keyBody = z.object({ key: z.string().trim().min(1, 'mistakeKey').max(10_000, 'mistakeKey') });

export const accountParams = z.object({ account: z.uuid() });

export const ownCalendars = z.object({
  calendars: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Why they cannot be listed; null: they are. */
  problem: z.string().nullable(),
});
export type OwnCalendars = z.infer<typeof ownCalendars>;

export const linkBody = z.object({
  accountId: z.uuid(),
  /** Null: the whole business. */
  resourceId: z.uuid().nullable(),
  calendarId: z.string().trim().min(1, 'mistakeCalendar').max(300, 'mistakeCalendar'),
  /** Whether its busy times block the court or doctor. */
  reads: z.boolean(),
});
export type LinkBody = z.infer<typeof linkBody>;

export const linkParams = z.object({ link: z.uuid() });
export const conflictParams = z.object({ conflict: z.uuid() });

/** `reason` is told to the customer whose booking is cancelled with it. */
export const conflictAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), reason: z.string().trim().min(1).max(300) }),
  z.object({ act: z.literal('reject') }),
  z.object({ act: z.literal('keep') }),
]);
export type ConflictAct = z.infer<typeof conflictAct>;

/** `refused`: the time is not free here. */
export const conflictSettled = z.object({ outcome: z.enum(['done', 'refused']) });
export type ConflictSettled = z.infer<typeof conflictSettled>;

export const conflictCount = z.object({ count: z.number().int() });
