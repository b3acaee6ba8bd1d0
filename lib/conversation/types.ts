import type { LocalText, Language } from '../kernel/local-text';
import type { Paise } from '../kernel/money';
import type { EpochMinute } from '../kernel/time-range';
import type { InboundContent, OutboundMessage } from '../messaging/types';
import type { DayAvailability, LocalDate } from '../scheduling/types';
import type { Relation, Vocabulary } from './understanding/types';

export type AttendeeFact = { id: string; name: string; relation: Relation; age?: number };

export type BookingStatus =
  'held' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled' | 'expired';

export type BookingFact = {
  id: string;
  reference: string;
  serviceId: string;
  resourceId: string;
  startsAt: EpochMinute;
  durationMinutes: number;
  status: BookingStatus;
  attendeeId: string | null;
  attendeeName: string | null;
  pricePaise: Paise;
  /** Only while status is held. */
  holdUntil: EpochMinute | null;
  /** Page with the calendar file of this booking. */
  calendarUrl: string;
};

export type ResourceFact = {
  id: string;
  kind: 'court' | 'doctor';
  name: LocalText;
  detail: LocalText | null;
  durationMinutes: number[];
};

export type ServiceFact = {
  id: string;
  kind: 'court' | 'consultation';
  name: LocalText;
  durationMinutes: number[];
  horizonDays: number;
  noticeMinutes: number;
  changeNoticeMinutes: number;
  reviewHoldMinutes: number;
  paymentRule: 'none' | 'venue' | 'deposit' | 'full';
  /** Lowest price there is, for the menu and the price question. */
  fromPaise: Paise;
  toPaise: Paise;
  priceBasis: 'hour' | 'visit';
  resources: ResourceFact[];
  /** Opening times in words per weekday, minutes of the local day; for "when are you open". */
  weekHours: { weekday: number; ranges: { from: number; to: number }[] }[];
};

export type AvailabilityQuery = {
  serviceId: string;
  /** null: any resource. */
  resourceId: string | null;
  fromDate: LocalDate;
  toDate: LocalDate;
  /** null: each resource's default. */
  durationMinutes: number | null;
  /** A held or moved booking of this customer whose own time counts as free; null: none. */
  exceptBookingId: string | null;
};

/** What a turn may know: the present and this customer's side of the business, loaded before the turn. */
export type Facts = {
  now: Date;
  zone: string;
  today: LocalDate;
  business: {
    name: LocalText;
    address: LocalText;
    phone: string | null;
    mapUrl: string | null;
    defaultLanguage: Language;
    /** Owner's own wording by text key, where set. */
    wording: Partial<Record<string, LocalText>>;
    /** Minutes of silence after which the bot takes a chat back from staff. */
    staffIdleMinutes: number;
  };
  services: ServiceFact[];
  vocabulary: Vocabulary;
  customer: {
    name: string | null;
    profileName: string | null;
    /** Stored wish; null until known. */
    language: Language | null;
    /** Staff want no further bookings from them in the chat. */
    blocked: boolean;
    attendees: AttendeeFact[];
  };
  /**
   * Own bookings: every future one, and the past 90 days' newest twenty; soonest first. Among the future ones the newest
   * holds that ended unconfirmed, as `expired`: their buttons may still be pressed.
   */
  bookings: BookingFact[];
  thread: { handledBy: 'bot' | 'staff'; handedOverAt: Date | null; lastStaffAt: Date | null };
  availability(query: AvailabilityQuery): DayAvailability[];
};

/** Whom a booking is for. */
export type AttendeeChoice = { attendeeId: string | null; name: string | null };

export type CallStaffReason = 'asked' | 'emergency' | 'not-understood';

/** What a turn wants done. Ids are `<event id>:<index>`, so a replay does nothing twice. */
export type Effect =
  | {
      kind: 'reply';
      /** catalogue key of its body, for tests and traces */ key: string;
      message: OutboundMessage;
    }
  | {
      kind: 'hold-slot';
      serviceId: string;
      /** null: any; the best free one is chosen. */
      resourceId: string | null;
      startsAt: EpochMinute;
      durationMinutes: number;
      attendee: AttendeeChoice;
      /** A hold of this customer that this one replaces. */
      releases: string | null;
    }
  | { kind: 'confirm-booking'; bookingId: string }
  | { kind: 'release-hold'; bookingId: string }
  | { kind: 'cancel-booking'; bookingId: string; words: string }
  /** Holds the new time beside the old one; the old stays until the move is confirmed. */
  | {
      kind: 'hold-move';
      bookingId: string;
      resourceId: string | null;
      startsAt: EpochMinute;
      durationMinutes: number;
    }
  | { kind: 'confirm-move'; bookingId: string }
  | { kind: 'release-move'; bookingId: string }
  | { kind: 'set-name'; name: string }
  | { kind: 'add-attendee'; name: string; relation: Relation; age: number | null }
  | { kind: 'set-language'; language: Language }
  | {
      kind: 'record-consent';
      purpose: 'own-bookings' | 'reminders' | 'offers';
      granted: boolean;
      words: string;
    }
  | { kind: 'call-staff'; reason: CallStaffReason; words: string }
  | { kind: 'take-back-from-staff' }
  | {
      kind: 'join-waitlist';
      serviceId: string;
      resourceId: string | null;
      date: LocalDate;
      durationMinutes: number;
    };

/** Effects that answer with an event; the rest are done silently. */
export type OutcomeEvent =
  | { kind: 'slot-held'; booking: BookingFact }
  | { kind: 'slot-taken' }
  | { kind: 'booking-confirmed'; booking: BookingFact }
  /** The hold had run out and somebody else has the slot. */
  | { kind: 'hold-lost'; bookingId: string }
  | { kind: 'booking-cancelled'; booking: BookingFact }
  | {
      kind: 'move-held';
      booking: BookingFact;
      startsAt: EpochMinute;
      durationMinutes: number;
      resourceId: string;
      pricePaise: Paise;
      holdUntil: EpochMinute;
    }
  | { kind: 'booking-moved'; booking: BookingFact }
  | {
      kind: 'change-refused';
      bookingId: string;
      why: 'too-late' | 'already-cancelled' | 'already-over' | 'not-found';
    }
  | { kind: 'attendee-added'; attendee: AttendeeFact }
  | { kind: 'waitlist-joined'; already: boolean };

/** Not asked for by this turn's customer but by time: a place they wait for is free, and held for them alone. */
export type PlaceOfferedEvent = { kind: 'place-offered'; booking: BookingFact };

export type CustomerEvent = {
  kind: 'customer';
  content: InboundContent;
  sentAt: Date;
  /** Sent by us in answer to which message, if it was a reply or tap. */
  replyTo: string | null;
};

export type EngineEvent = CustomerEvent | OutcomeEvent | PlaceOfferedEvent;

/**
 * One turn: pure, same input, same output. Outcome events of its effects are fed back in order under the
 * same facts (with bookings reloaded) until no effect answers.
 * `state` is the saved JSON of an earlier turn, or null; unreadable state restarts politely.
 */
export type Turn = (
  state: unknown,
  event: EngineEvent,
  facts: Facts,
) => { state: unknown; effects: Effect[] };
