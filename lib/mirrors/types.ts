import type { ResourceId } from '../kernel/ids';
import type { LocalText } from '../kernel/local-text';
import type { z } from 'zod';
import type { conflictKindSchema, linkStateSchema, titlesSchema } from './schema';

export type Titles = z.infer<typeof titlesSchema>;

export type Feed = {
  id: string;
  resourceId: string | null;
  userId: string | null;
  createdAt: Date;
  readAt: Date | null;
};

/** A booking as other calendars are told of it. */
export type MirroredBooking = {
  id: string;
  reference: string;
  version: number;
  resourceId: string;
  customerId: string | null;
  status: 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  serviceName: LocalText;
  resourceName: LocalText;
  /** For whom it is: the patient, or else the customer. */
  who: string | null;
  phone: string | null;
};

export type CalendarAccount = {
  id: string;
  kind: 'service-account' | 'oauth';
  /** Its mail address. */
  label: string;
  /** Sealed. */
  credentials: string;
  userId: string;
};

/** How a linked calendar stands. */
export type LinkState = z.infer<typeof linkStateSchema>;

export type CalendarLink = {
  id: string;
  accountId: string;
  /** Null: the whole business. */
  resourceId: ResourceId | null;
  calendarId: string;
  calendarName: string;
  reads: boolean;
  state: LinkState;
  stateSince: Date;
  failures: number;
  writtenAt: Date | null;
  syncToken: string | null;
  readAt: Date | null;
  readDueAt: Date;
  compareDueAt: Date;
  watchId: string | null;
  watchResource: string | null;
  watchUntil: Date | null;
  /** Whether its channel has ever told anything. */
  watchHeard: boolean;
};

/** What a linked calendar was last told of a booking. */
export type CalendarCopy = {
  bookingId: string;
  version: number;
  shown: boolean;
  startsAt: Date;
  endsAt: Date;
};

/** A booking that a linked calendar must be told of, with what it was told before. */
export type ToCopy = MirroredBooking & { copied: { shown: boolean } | null };

/** What a person must decide. */
export type CalendarConflict = {
  id: string;
  linkId: string;
  kind: ConflictKind;
  bookingId: string;
  bookingVersion: number;
  startsAt: Date;
  endsAt: Date;
};

export type ConflictKind = z.infer<typeof conflictKindSchema>;
