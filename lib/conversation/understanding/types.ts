import type { Language } from '../../kernel/local-text';
import type { LocalText } from '../../kernel/local-text';
import type { LocalDate } from '../../scheduling/types';

export type Intent =
  | 'book'
  | 'cancel'
  | 'reschedule'
  | 'my-bookings'
  | 'price'
  | 'location'
  | 'hours'
  | 'menu'
  | 'back'
  | 'help'
  | 'staff'
  | 'stop'
  | 'start'
  | 'language'
  | 'greeting'
  | 'thanks'
  | 'yes'
  | 'no'
  | 'waitlist'
  | 'late'
  | 'payment'
  | 'emergency'
  | 'other';

/** What a message with the intent `payment` is about. */
export type MoneyTopic =
  /** Says that it is paid. */
  | 'paid'
  /** Wants to pay, or the link. */
  | 'pay'
  /** Will pay later. */
  | 'later'
  /** Would rather pay at the venue. */
  | 'venue'
  | 'receipt'
  | 'refund'
  /** Asks what is left of a pack, or what is still to be paid. */
  | 'pack'
  /** Asks how one pays. */
  | 'how';

export type DayPart = 'morning' | 'noon' | 'evening' | 'night';

export type Relation = 'self' | 'mother' | 'father' | 'son' | 'daughter' | 'wife' | 'husband' | 'other';

/** Minutes of the local day, 0 … 1440. */
export type MinuteOfDay = number;

/** The words of one business: what its services, courts and doctors are called, and when they are open. */
export type Vocabulary = {
  services: { id: string; kind: 'court' | 'consultation'; name: LocalText; aliases: string[] }[];
  resources: { id: string; kind: 'court' | 'doctor'; name: LocalText; aliases: string[] }[];
  /** Open ranges of a local day for one kind (absent: any), to decide a bare "6". Empty: closed that day. */
  openOn(date: LocalDate, kind?: 'court' | 'consultation'): { from: MinuteOfDay; to: MinuteOfDay }[];
  /** Days ahead that can be booked. */
  horizonDays: number;
  /** Holidays by the words customers use for them ("pongal"), if the business knows the date. */
  namedDays: { words: string[]; date: LocalDate }[];
};

/** What the customer was just asked; decides readings such as "7/8" or a bare "5". */
export type Asked =
  | 'service'
  | 'doctor'
  | 'date'
  | 'time'
  | 'duration'
  | 'name'
  | 'age'
  | 'confirm'
  | 'payment'
  | 'booking'
  | null;

export type UnderstandContext = {
  /** The present instant. */
  now: Date;
  /** IANA zone of the business. */
  zone: string;
  vocabulary: Vocabulary;
  asked: Asked;
  /** The day last mentioned in the draft, for "the next day" and for which hours decide a bare "6". */
  draftDate?: LocalDate;
  draftKind?: 'court' | 'consultation';
};

/** Why a date or time that was clearly said cannot be taken as it stands. */
export type ReadingProblem =
  | { kind: 'past-date'; date: LocalDate }
  | { kind: 'past-time'; date: LocalDate; time: MinuteOfDay }
  | { kind: 'impossible-date'; words: string }
  | { kind: 'too-far'; date: LocalDate }
  /** Weekday and date disagree. */
  | { kind: 'date-conflict'; dates: LocalDate[] };

/** One clear way to read what was said, offered as a button when there are several. */
export type ReadingOption = {
  date: LocalDate | null;
  time: MinuteOfDay | null;
  /** The time bounds the wish instead of naming it: "after 8", whichever eight it is. */
  bound?: 'after' | 'before' | undefined;
};

/** What a message says. Nothing is guessed: what is absent is null, what is ambiguous is in `options`. */
export type Reading = {
  intent: Intent;
  /** How sure the intent is. `weak`: only slots were found, or a lone yes/no-like token. */
  confidence: 'strong' | 'weak';
  /** Set where the intent is `payment`. */
  money: MoneyTopic | null;
  /** Set where the intent is `stop` or `start` and only some messages are meant. */
  messages: 'reminders' | 'offers' | null;
  serviceKind: 'court' | 'consultation' | null;
  serviceId: string | null;
  /** Courts or doctors named. Several when the name is ambiguous. */
  resourceIds: string[];
  anyResource: boolean;
  date: LocalDate | null;
  time: MinuteOfDay | null;
  after: MinuteOfDay | null;
  before: MinuteOfDay | null;
  part: DayPart | null;
  /** "earliest", "last" */
  pick: 'earliest' | 'latest' | null;
  durationMinutes: number | null;
  attendee: Relation | null;
  /** For cancel and reschedule: the booking meant. */
  fromDate: LocalDate | null;
  fromTime: MinuteOfDay | null;
  /** "Another day", "some other time": a different one is wanted and not said which. */
  elsewhen: 'day' | 'time' | null;
  /** Number of courts or people when said. */
  count: number | null;
  weekly: boolean;
  problem: ReadingProblem | null;
  /** True where the readings must be put to the customer. */
  ask: boolean;
  options: ReadingOption[];
  language: Language;
  /** False where the message does not show its language ("6", "ok"): keep speaking the one before. */
  languageClear: boolean;
  /** Where the customer asks for a language. */
  wantsLanguage: Language | null;
  /** What is left of the text after known words are taken out; a name when a name was asked. */
  rest: string;
};
