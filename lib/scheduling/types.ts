import type { LocalText } from '../kernel/local-text';
import type { Paise } from '../kernel/money';
import type { EpochMinute } from '../kernel/time-range';

/** Calendar date in the business's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/**
 * A weekly range in minutes of the local day. `closesMinute` may pass 1440 (after midnight, up to 2880); the range
 * belongs to the day on which it opens. Each range counts its own steps; where two touch, a slot may run through both.
 */
export type WeeklyHours = {
  /** null: for every resource of the business that has no open hours of its own. A break with null applies to all. */
  resourceId: string | null;
  kind: 'open' | 'break';
  /** ISO: 1 Monday … 7 Sunday. */
  weekday: number;
  opensMinute: number;
  closesMinute: number;
  validFrom?: LocalDate;
  /** Inclusive. */
  validTo?: LocalDate;
};

/**
 * Holiday, leave or maintenance. A whole closed day also closes the hours past midnight of what would have opened on
 * it. Closures do not move the steps.
 */
export type Closure = {
  /** null: the whole business. */
  resourceId: string | null;
  startsOn: LocalDate;
  /** Inclusive. */
  endsOn: LocalDate;
  /** Part of each day; both absent: the whole day. */
  fromMinute?: number;
  toMinute?: number;
  /** Every year, before and after too, on the same month and day. 29 February exists in leap years only. */
  yearly: boolean;
  reason: LocalText;
};

/** A price that replaces the service's own where it applies. Which one wins: docs/pricing.md. */
export type PriceRule = {
  resourceId: string | null;
  /** ISO weekdays; empty: every day. */
  weekdays: number[];
  /** Minutes of the local day; `toMinute` may pass 1440 and the rule then belongs to the day on which it begins. */
  fromMinute?: number;
  toMinute?: number;
  validFrom?: LocalDate;
  validTo?: LocalDate;
  label: LocalText;
  /** Per hour or per visit, as the service's `priceBasis` says. */
  pricePaise: Paise;
};

/** What of a service matters for time and price. */
export type ServiceRules = {
  /** Choices, shortest first by convention; the first is the default. */
  durationMinutes: number[];
  stepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  /** Days ahead that may be booked; 0: today only. */
  horizonDays: number;
  priceBasis: 'hour' | 'visit';
  pricePaise: Paise;
};

/** One resource that offers the service, with its own choices where they differ. */
export type OfferedResource = {
  resourceId: string;
  capacity: number;
  durationMinutes?: number[];
  stepMinutes?: number;
  pricePaise?: Paise;
};

/** Time already taken on one unit, buffers included; half-open. Units beyond the resource's capacity are ignored. */
export type Busy = { resourceId: string; unit: number; start: EpochMinute; end: EpochMinute };

/** Everything that availability is a function of. */
export type AvailabilityInput = {
  zone: string;
  now: EpochMinute;
  service: ServiceRules;
  resources: OfferedResource[];
  hours: WeeklyHours[];
  closures: Closure[];
  priceRules: PriceRule[];
  busy: Busy[];
  /** Inclusive span of local dates. */
  fromDate: LocalDate;
  toDate: LocalDate;
  /** Wanted length; absent: each resource's default. */
  durationMinutes?: number;
  /** Narrow to one resource. */
  resourceId?: string;
};

export type PriceLine = { label: LocalText | null; minutes: number; paise: Paise };
export type Price = { paise: Paise; lines: PriceLine[] };

/** One resource that is free at a start. */
export type FreeResource = { resourceId: string; unit: number; durationMinutes: number; pricePaise: Paise };

/** A start at which at least one resource is free; `free` keeps the order of the resources asked about. */
export type Slot = { start: EpochMinute; free: FreeResource[] };

export type ClosedReason =
  | { kind: 'past' }
  | { kind: 'beyond-horizon' }
  | { kind: 'closure'; reason: LocalText }
  | { kind: 'no-hours' }
  | { kind: 'full' }
  /** Open and free, but only inside the notice period. */
  | { kind: 'notice' };

/** One local day. `closed` is set exactly when `slots` is empty. */
export type DayAvailability = { date: LocalDate; slots: Slot[]; closed: ClosedReason | null };

/** Why one start is not offered on one resource (promise P28). null: it is offered. */
export type WhyNot =
  | { kind: 'past' }
  /** `opensAt`: the earliest moment for which a booking is taken now. */
  | { kind: 'notice'; opensAt: EpochMinute }
  | { kind: 'beyond-horizon'; lastDate: LocalDate }
  | { kind: 'closure'; reason: LocalText }
  | { kind: 'outside-hours' }
  | { kind: 'break' }
  | { kind: 'taken' }
  /**
   * The start does not fall on the step, counted from the opening of its range. `nearest`: offered starts of that
   * day, at most one before and one after.
   */
  | { kind: 'off-step'; nearest: EpochMinute[] }
  | { kind: 'duration' };
