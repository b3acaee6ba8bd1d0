import type { Feedback } from '../kernel/feedback';
import type { LocalText, Language } from '../kernel/local-text';
import type { Paise } from '../kernel/money';
import type { EpochMinute } from '../kernel/time-range';
import type { ConsentPurpose } from '../messaging/purpose';
import type { InboundContent, OutboundMessage } from '../messaging/types';
import type { DayAvailability, LocalDate } from '../scheduling/types';
import type { OwnPack } from '../terms/packs';
import type { Asking, Deposit, PaymentRule, RefundRule, Terms } from '../terms/types';
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
  /** As agreed when it was booked. */
  terms: Terms;
  /** What has to be paid before it counts; 0: nothing. */
  toPayPaise: Paise;
  /** Paid and not on its way back. */
  keptPaise: Paise;
  /** Still to be paid for all of it; negative where more was paid than is asked for. */
  duePaise: Paise;
  /** On its way back to the customer, not arrived yet. */
  refundingPaise: Paise;
  /** The newest asking for money; null: none. */
  payment: (Omit<Asking, 'payBy'> & { payBy: EpochMinute }) | null;
  /** Only while status is held: until when it is kept, as the customer was told. */
  holdUntil: EpochMinute | null;
  /** Its customer has said that they are coming. */
  coming: boolean;
  /** What its customer said of it afterwards. */
  feedback: Feedback | null;
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
  paymentRule: PaymentRule;
  deposit: Deposit | null;
  refundRule: RefundRule;
  /** How long a slot is kept for paying. */
  payHoldMinutes: number;
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
    /** Staff have blocked them: they are not answered. */
    blocked: boolean;
    attendees: AttendeeFact[];
  };
  /**
   * Own bookings: every future one, and the past 90 days' newest twenty; soonest first. Among the future ones the newest
   * holds that ended unconfirmed, as `expired`: their buttons may still be pressed.
   */
  bookings: BookingFact[];
  /** Bought ahead, the ones that ended lately included; the first to end first. */
  packs: readonly OwnPack[];
  thread: {
    handledBy: 'bot' | 'staff';
    handedOverAt: Date | null;
    lastStaffAt: Date | null;
    /** Far too much came at once: `begins`: they are to be asked to slow down, `goes-on`: not answered. */
    flood?: 'begins' | 'goes-on' | null;
  };
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
  /** Wants to pay for a booking that stands: what is still due. */
  | { kind: 'ask-payment'; bookingId: string }
  /** Says that it is paid: the gateway is asked at once, and the answer comes as an event. */
  | { kind: 'check-payment'; bookingId: string }
  /** Says under which number the bank has it, where no gateway tells. */
  | { kind: 'claim-payment'; bookingId: string; reference: string }
  /** Money came after the slot was gone: give it back. */
  | { kind: 'refund-late'; bookingId: string }
  /** Money came after the slot was gone: the same booking at another time, paid already. */
  | {
      kind: 'rebook-paid';
      bookingId: string;
      /** null: any. */
      resourceId: string | null;
      startsAt: EpochMinute;
      durationMinutes: number;
    }
  | { kind: 'send-receipt'; bookingId: string }
  | { kind: 'send-pack-receipt'; packId: string }
  /** Says that they are coming. */
  | { kind: 'note-coming'; bookingId: string }
  /** Says how a visit was. */
  | { kind: 'note-feedback'; bookingId: string; feedback: Feedback }
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
      purpose: ConsentPurpose;
      granted: boolean;
      words: string;
      /** The one booking it is about; absent: all there are. */
      bookingId?: string;
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
  /**
   * It has to be paid first: it is kept until `booking.payment.payBy`. With a link at hand it can be said at once;
   * otherwise nothing is said now, and `payment-link` or `payment-slow` follows within seconds.
   */
  | { kind: 'payment-asked'; booking: BookingFact }
  /** All the money of a late payment goes back. */
  | { kind: 'refund-started'; booking: BookingFact; amountPaise: Paise }
  /** The receipt follows as a document; `none`: nothing has been paid. */
  | { kind: 'receipt'; booking: BookingFact; coming: boolean }
  /** The same of a pack; its name is null where it is none of theirs. */
  | { kind: 'pack-receipt'; name: LocalText | null; coming: boolean }
  /** The hold had run out and somebody else has the slot. */
  | { kind: 'hold-lost'; bookingId: string }
  | { kind: 'coming-noted'; booking: BookingFact }
  | { kind: 'feedback-noted'; booking: BookingFact; feedback: Feedback }
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

/** What became of a payment, told by the gateway or by time rather than by the customer. */
export type PaymentEvent =
  /** The link is there. */
  | { kind: 'payment-link'; booking: BookingFact }
  /** The gateway does not answer: the slot is kept, and the link follows. `url` of the payment is our own page. */
  | { kind: 'payment-slow'; booking: BookingFact }
  /** Asked for once more before the hold ends. */
  | { kind: 'payment-nudge'; booking: BookingFact }
  /** Paid, and the booking stands. `late`: after its hold had ended. */
  | { kind: 'payment-received'; booking: BookingFact; amountPaise: Paise; late: boolean }
  /** The hold has ended unpaid. `noLink`: the gateway never gave a link to pay by. */
  | { kind: 'payment-ended'; booking: BookingFact; noLink?: boolean }
  /** Paid after the hold had ended, and the time is taken: other times or the money back. */
  | { kind: 'payment-late'; booking: BookingFact; amountPaise: Paise }
  /** The customer said it was paid; the gateway has seen nothing yet. `reachable`: it could be asked. */
  | { kind: 'payment-not-seen'; booking: BookingFact; reachable: boolean }
  /** Money that was not needed goes back by itself. */
  | {
      kind: 'payment-returned';
      booking: BookingFact;
      amountPaise: Paise;
      why: 'cancelled' | 'paid-already' | 'too-late' | 'short';
    }
  /** Another amount or currency than was asked for: staff will see to it. */
  | { kind: 'payment-mismatch'; booking: BookingFact; amountPaise: Paise; currency: string }
  /** A refund has begun (by staff, or by the rule when staff cancelled), has arrived, or was turned away. */
  | { kind: 'refund-told'; booking: BookingFact; amountPaise: Paise; state: 'started' | 'done' | 'failed' };

export type CustomerEvent = {
  kind: 'customer';
  content: InboundContent;
  sentAt: Date;
  /** Sent by us in answer to which message, if it was a reply or tap. */
  replyTo: string | null;
};

export type EngineEvent = CustomerEvent | OutcomeEvent | PlaceOfferedEvent | PaymentEvent;

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
