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
  /** Staff have blocked them: they are not answered, and nothing is sent to them. */
  blocked: boolean;
};

/** How a wish about messages reached us. `earlier-record`: from before their personal data were erased. */
export const consentSources = ['chat', 'staff', 'whatsapp', 'send-error', 'earlier-record'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** How staff were told of it. */
export const consentVias = ['desk', 'phone'] as const;
export type ConsentVia = (typeof consentVias)[number];
