import type { Catalog } from '../catalog/types';
import type { AttendeeFact, BookingFact, Effect, Facts } from '../conversation/types';
import type { Language } from '../kernel/local-text';
import type { OwnPack } from '../terms/packs';

/** A new time held beside a booking's old one. */
export type WorldMove = {
  bookingId: string;
  resourceId: string;
  startsAt: number;
  durationMinutes: number;
  pricePaise: number;
  holdUntil: number;
};

/** Everything there is, in memory; effects change it. */
export type World = {
  catalog: Catalog;
  now: Date;
  customer: {
    name: string | null;
    profileName: string | null;
    language: Language | null;
    blocked: boolean;
    attendees: AttendeeFact[];
  };
  /** The customer's own. */
  bookings: BookingFact[];
  /** Other people's: they merely take time. */
  others: BookingFact[];
  /** Bought ahead. */
  packs: OwnPack[];
  moves: WorldMove[];
  waiting: { serviceId: string; resourceId: string | null; date: string }[];
  consents: Extract<Effect, { kind: 'record-consent' }>[];
  staffCalls: Extract<Effect, { kind: 'call-staff' }>[];
  thread: Facts['thread'];
  /** How this business is paid in the chat. */
  payBy: NonNullable<BookingFact['payment']>['way'];
  /** A gateway that is down makes no links. */
  gateway: 'up' | 'down';
  nextId: number;
};

export type WorldOptions = {
  now?: string;
  catalog?: Catalog;
  customer?: Partial<World['customer']>;
};
