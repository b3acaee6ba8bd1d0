import { z } from 'zod';
import { shownTextSchema } from '../kernel/local-text-schema';

/** How much of a person other calendars show: the whole name and number, their initials, or only that it is taken. */
export const titleChoices = ['full', 'initials', 'booked'] as const;
export const titlesSchema = z.enum(titleChoices);

const iso = z.iso.datetime();

const feedSchema = z.object({
  id: z.uuid(),
  /** Whoever has it may read the calendar. */
  address: z.string(),
  createdAt: iso,
  readAt: iso.nullable(),
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
});
export type CalendarsPage = z.infer<typeof calendarsPage>;
export type ShownFeed = z.infer<typeof feedSchema>;

export const titlesBody = z.object({ titles: titlesSchema });

/** Null: the feed of whoever asks. */
export const feedBody = z.object({ resourceId: z.uuid().nullable() });

export const feedParams = z.object({ feed: z.uuid() });
