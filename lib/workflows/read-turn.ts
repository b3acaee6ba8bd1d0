import { customerBookings } from '../booking/commands/sql/customer-bookings';
import type { BookingRow } from '../booking/commands/sql/booking-row';
import { toOwnBooking } from '../booking/queries';
import type { Booking } from '../booking/types';
import { catalogVersion } from '../catalog/commands/sql/catalog-version';
import { toAttendee, toCustomer, type AttendeeRow, type CustomerRow } from '../customers/queries';
import { attendeesOf, customersKnownAs } from '../customers/sql/person';
import type { Attendee, Customer } from '../customers/types';
import { Prisma } from '../db/generated/client';
import { nextMessage, type SenderOnChannel } from '../inbox/sql/next-message';
import { toOwnPack, type PackRow } from '../packs/pack-row';
import { packsOf } from '../packs/sql/packs-of';
import type { BusinessScope } from '../tenancy/types';
import type { OwnPack } from '../terms/packs';
import { threadOf } from '../threads/sql/thread-columns';
import { threadOfJson, type ThreadJson } from '../threads/thread-row';
import type { Thread } from '../threads/types';
import type { World } from './types';

export type WaitingMessage = { id: string; payload: unknown; receivedAt: Date };

/** Everything of a customer's own that a turn depends on. */
export type OwnReading = {
  customer: Customer;
  thread: Thread;
  attendees: Attendee[];
  bookings: Booking[];
  packs: OwnPack[];
  catalogVersion: number;
};

export type TurnReading = {
  event: WaitingMessage;
  /** Whether the sender has written more that nobody has handled yet. */
  moreBehind: boolean;
  /** null for somebody whom the sender's key alone does not name, or who has no chat on this channel yet. */
  own: OwnReading | null;
};

type Row = WaitingMessage & {
  moreBehind: boolean;
  customer: CustomerRow | null;
  thread: ThreadJson | null;
  attendees: AttendeeRow[];
  bookings: BookingRow[];
  packs: PackRow[];
  catalogVersion: number;
};

/**
 * The oldest message of a sender that nobody has handled yet with all that its turn depends on, in one statement; null when
 * all are done. Nothing is locked: whoever saves a turn on this makes sure that it still holds.
 */
export async function readTurn(
  world: World,
  scope: BusinessScope,
  sender: SenderOnChannel,
): Promise<TurnReading | null> {
  const now = world.clock.now();
  const { senderKey } = sender;
  const person = Prisma.sql`(SELECT id FROM person)`;
  const [row] = await world.database.direct.$queryRaw<Row[]>(Prisma.sql`/* statement: read-turn */
    WITH event AS (${nextMessage(scope, sender)}),
    person AS (${customersKnownAs(scope, { waId: senderKey, bsuid: senderKey })} LIMIT 1)
    SELECT event.*, (SELECT row_to_json(person) FROM person) AS customer,
      (SELECT row_to_json(t) FROM (${threadOf(scope, sender.channelId, person)}) t) AS thread,
      (SELECT coalesce(json_agg(a), '[]') FROM (${attendeesOf(scope, person)}) a) AS attendees,
      (SELECT coalesce(json_agg(b), '[]')
        FROM (${customerBookings(scope, { customerId: person, now, endedHolds: true })}) b) AS bookings,
      (SELECT coalesce(json_agg(p), '[]') FROM (${packsOf(scope, { customerId: person, now })}) p) AS packs,
      (${catalogVersion(scope)}) AS "catalogVersion"
    FROM event`);
  if (!row) return null;
  const { id, payload, receivedAt, moreBehind, customer, thread } = row;
  return {
    event: { id, payload, receivedAt },
    moreBehind,
    own: customer &&
      thread && {
        customer: toCustomer(customer),
        thread: threadOfJson(thread),
        attendees: row.attendees.map(toAttendee),
        bookings: row.bookings.map((booking) => toOwnBooking(booking, now)),
        packs: row.packs.map(toOwnPack),
        catalogVersion: row.catalogVersion,
      },
  };
}
