import type { AttendeeId, CustomerId } from '../kernel/ids';
import type { Language } from '../kernel/local-text';

export const relations = ['self', 'mother', 'father', 'son', 'daughter', 'wife', 'husband', 'other'] as const;
export type Relation = (typeof relations)[number];

export type Attendee = { id: AttendeeId; name: string; relation: Relation; birthYear: number | null };

export type Customer = {
  id: CustomerId;
  waId: string | null;
  bsuid: string | null;
  name: string | null;
  profileName: string | null;
  language: Language | null;
  /** Staff want no further bookings from them in the chat. */
  blocked: boolean;
};
