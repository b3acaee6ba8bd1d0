import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Actor, Booking, BookingStatus } from '../../types';
import { bookingColumns, instant } from './booking-row';
import { uuidV7 } from './uuid-v7';

type Target = 'cancelled' | 'expired' | 'checked-in' | 'completed' | 'no-show' | 'confirmed';

export type StatusChange = {
  /** As locked by this transaction. */
  booking: Pick<Booking, 'id' | 'status'>;
  status: Extract<BookingStatus, Target>;
  actor: Actor;
  now: Date;
  reason: string | null;
  /** Gives the time back, moves under way included. */
  freesTime: boolean;
};

/** One status change with its line of history. The booking is locked by the caller. */
export const changeStatus = (scope: BusinessScope, change: StatusChange): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { booking, status, actor, now, reason, freesTime } = change;
  // Only a mark of the desk that is taken back leads to confirmed here; a hold is confirmed elsewhere.
  const kind = status === 'confirmed' ? 'reopened' : status;
  return Prisma.sql`
WITH changed AS (
  UPDATE booking SET status = ${status}::text, version = version + 1, updated_at = ${instant(now)}
  WHERE business_id = ${business} AND id = ${booking.id}::uuid RETURNING *
), freed AS (
  UPDATE occupancy SET active = false
  WHERE business_id = ${business} AND booking_id = ${booking.id}::uuid AND active AND ${freesTime}::boolean RETURNING id
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to", reason)
  SELECT business_id, ${uuidV7}, id, ${kind}::text, updated_at, ${JSON.stringify(actor)}::jsonb,
    jsonb_build_object('status', ${booking.status}::text), jsonb_build_object('status', status), ${reason}::text
  FROM changed
)
SELECT ${bookingColumns('c')} FROM changed c`;
};
