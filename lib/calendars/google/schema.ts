import { z } from 'zod';

// Loose about what we do not read. Source: Calendar API v3, reference.

export const calendarSchema = z.object({ id: z.string(), summary: z.string().default('') });

export const calendarListSchema = z.object({
  items: z.array(calendarSchema).default([]),
  nextPageToken: z.string().optional(),
});

const timeSchema = z.object({
  dateTime: z.iso.datetime({ offset: true }).optional(),
  date: z.iso.date().optional(),
});

export const eventSchema = z.object({
  id: z.string(),
  status: z.string().default('confirmed'),
  summary: z.string().optional(),
  start: timeSchema.optional(),
  end: timeSchema.optional(),
  transparency: z.string().default('opaque'),
  eventType: z.string().default('default'),
  attendees: z
    .array(z.object({ self: z.boolean().default(false), responseStatus: z.string().default('') }))
    .default([]),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).default({}) }).optional(),
});
export type GoogleEvent = z.infer<typeof eventSchema>;

export const eventListSchema = z.object({
  items: z.array(eventSchema).default([]),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});

export const channelSchema = z.object({
  id: z.string(),
  resourceId: z.string(),
  expiration: z.coerce.number(),
});
