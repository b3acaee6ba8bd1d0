import type { BookingId, CustomerId, ResourceId, SeriesId, ServiceId, AttendeeId } from '../kernel/ids';
import type { Paise } from '../kernel/money';
import type { Feedback } from '../kernel/feedback';
import type { PriceLine } from '../scheduling/types';
import type { Asking, Terms } from '../terms/types';

export type BookingStatus =
  'held' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled' | 'expired';

/** Who did it. */
export type Actor = { kind: 'customer' | 'staff' | 'system'; id?: string };

export type Booking = {
  id: BookingId;
  reference: string;
  serviceId: ServiceId;
  resourceId: ResourceId;
  unit: number;
  customerId: CustomerId | null;
  attendeeId: AttendeeId | null;
  attendeeName: string | null;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  pricePaise: Paise;
  priceLines: PriceLine[];
  /** What was agreed about paying and giving back. */
  terms: Terms;
  /** What the ledger comes to; without a line the price is asked for and nothing is kept. */
  askedPaise: Paise;
  /** Paid and not on its way back. */
  keptPaise: Paise;
  /** On its way back, not arrived yet. */
  refundingPaise: Paise;
  /** The newest asking for money; null: none. */
  asking: Asking | null;
  source: 'chat' | 'staff' | 'demo';
  holdUntil: Date | null;
  /** The series it was booked in. */
  seriesId: SeriesId | null;
  /** When its customer said that they are coming at this time. */
  comingAt: Date | null;
  /** What its customer said of it afterwards. */
  feedback: Feedback | null;
  version: number;
  /** How often the link to its calendar file was made new. */
  calendarLink: number;
};

/** A unit of a resource that looked free; tried in order. */
export type Candidate = { resourceId: ResourceId; unit: number; pricePaise: Paise; priceLines: PriceLine[] };

/** A wish for a stretch of time: what a hold and a move have in common. */
export type WantedTime = {
  candidates: Candidate[];
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  holdUntil: Date;
  now: Date;
};

export type HoldSlotInput = WantedTime & {
  serviceId: ServiceId;
  customerId: CustomerId | null;
  attendeeId: AttendeeId | null;
  attendeeName: string | null;
  source: Booking['source'];
  /** Repeating the call with the same effect id returns the same booking. */
  effectId: string;
  actor: Actor;
  /** A hold that this one replaces. It is given up only once the new time is held, and may overlap it. */
  replaces?: BookingId | null;
};

/** A new time held for a booking that stands. */
export type HeldMove = {
  booking: Booking;
  resourceId: ResourceId;
  unit: number;
  startsAt: Date;
  endsAt: Date;
  pricePaise: Paise;
  priceLines: PriceLine[];
  holdUntil: Date;
};

/** Time taken by something that is no booking. */
export type Block = {
  resourceId: ResourceId;
  kind: 'block' | 'leave';
  startsAt: Date;
  endsAt: Date;
  reason: string;
};

/** Time taken by what is no booking of its own; one entry for all units of a resource. */
export type CalendarTaken = {
  ids: string[];
  resourceId: string;
  kind: 'block' | 'leave' | 'busy' | 'moving';
  startsAt: Date;
  endsAt: Date;
  reason: string;
  /** Of `moving`: whose new time it is. */
  bookingId: string | null;
};

export type SlotTaken = { reason: 'slot-taken' };
export type NotFound = { reason: 'not-found' };
/** The booking is not in a state that allows the change. */
export type WrongState = { reason: 'wrong-state'; status: BookingStatus };
/** Inside the change notice: since `until`, only staff may change it. */
export type TooLate = { reason: 'too-late'; until: Date };
/** Its time has passed. */
export type AlreadyOver = { reason: 'already-over' };
/** Somebody changed it since the caller read it. */
export type ChangedMeanwhile = { reason: 'changed-meanwhile'; version: number };
/** There is no move to confirm. */
export type NoMove = { reason: 'no-move' };
/** What stands in the way of a block: bookings and holds, and other blocks. */
export type Overlap = { reason: 'overlap'; bookings: Booking[]; blocks: Block[] };
