import type { BookingId, CustomerId, ResourceId, ServiceId, AttendeeId } from '../kernel/ids';
import type { Paise } from '../kernel/money';
import type { PriceLine } from '../scheduling/types';

export type BookingStatus = 'held' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled' | 'expired';

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
  source: 'chat' | 'staff' | 'demo';
  holdUntil: Date | null;
  version: number;
};

/** A unit of a resource that looked free; tried in order. */
export type Candidate = { resourceId: ResourceId; unit: number; pricePaise: Paise; priceLines: PriceLine[] };

export type HoldSlotInput = {
  serviceId: ServiceId;
  candidates: Candidate[];
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  customerId: CustomerId | null;
  attendeeId: AttendeeId | null;
  attendeeName: string | null;
  holdUntil: Date;
  source: Booking['source'];
  /** Repeating the call with the same effect id returns the same booking. */
  effectId: string;
  actor: Actor;
  now: Date;
};

export type SlotTaken = { reason: 'slot-taken' };
export type NotFound = { reason: 'not-found' };
/** The booking is not in a state that allows the change. */
export type WrongState = { reason: 'wrong-state'; status: BookingStatus };
