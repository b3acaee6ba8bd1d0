import type { LocalText } from '../kernel/local-text';
import type { z } from 'zod';
import type { titlesSchema } from './schema';

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
