import { Prisma } from '../../../db/generated/client';
import type { AttendeeId, BookingId, CustomerId, ResourceId, SeriesId, ServiceId } from '../../../kernel/ids';
import type { PriceLine } from '../../../scheduling/types';
import { termsSchema } from '../../../terms/schema';
import type { Asking, Terms } from '../../../terms/types';
import type { Booking, BookingStatus } from '../../types';

/** A booking as the statements here return it. Instants are epoch milliseconds: no session time zone can bend them. */
export type BookingRow = {
  id: string;
  reference: string;
  serviceId: string;
  resourceId: string;
  unit: number;
  customerId: string | null;
  attendeeId: string | null;
  attendeeName: string | null;
  status: string;
  startsAt: number;
  endsAt: number;
  pricePaise: number;
  priceLines: unknown;
  terms: unknown;
  askedPaise: number | null;
  keptPaise: number;
  refundingPaise: number;
  asking: unknown;
  source: string;
  holdUntil: number | null;
  seriesId: string | null;
  comingAt: number | null;
  feedback: string | null;
  version: number;
  calendarLink: number;
};

/** An instant as a parameter: written with its zone, since the driver sends a bare Date without one. */
export const instant = (at: Date | null): Prisma.Sql =>
  Prisma.sql`${at === null ? null : at.toISOString()}::timestamptz`;

const millis = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const columnsOf = (a: string): string => `${a}.id, ${a}.reference, ${a}.service_id AS "serviceId",
    ${a}.resource_id AS "resourceId", ${a}.unit, ${a}.customer_id AS "customerId", ${a}.attendee_id AS "attendeeId",
    ${a}.attendee_name AS "attendeeName", ${a}.status, ${millis(`${a}.starts_at`)} AS "startsAt",
    ${millis(`${a}.ends_at`)} AS "endsAt", ${a}.price_paise AS "pricePaise", ${a}.price_lines AS "priceLines",
    ${a}.terms, ${a}.asked_paise AS "askedPaise", ${a}.kept_paise AS "keptPaise", ${a}.refunding_paise AS "refundingPaise",
    ${a}.asking,
    ${a}.source, ${millis(`${a}.hold_until`)} AS "holdUntil", ${a}.series_id AS "seriesId",
    ${millis(`${a}.customer_confirmed_at`)} AS "comingAt", ${a}.feedback, ${a}.version,
    ${a}.calendar_link AS "calendarLink"`;

const built = new Map<string, Prisma.Sql>();

/**
 * The columns of `BookingRow`, from a table or CTE called `alias`. Built once each, since every booking on the hot
 * path needs it several times.
 */
export function bookingColumns(alias: 'a' | 'b' | 'c' | 'l' | 'm'): Prisma.Sql {
  const columns = built.get(alias) ?? Prisma.raw(columnsOf(alias));
  built.set(alias, columns);
  return columns;
}

/** The row as the room's noun. The casts only name ids and words that the database's own constraints guarantee. */
export const toBooking = (row: BookingRow): Booking => ({
  id: row.id as BookingId,
  reference: row.reference,
  serviceId: row.serviceId as ServiceId,
  resourceId: row.resourceId as ResourceId,
  unit: row.unit,
  customerId: row.customerId as CustomerId | null,
  attendeeId: row.attendeeId as AttendeeId | null,
  attendeeName: row.attendeeName,
  status: row.status as BookingStatus,
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  pricePaise: row.pricePaise,
  priceLines: row.priceLines as PriceLine[],
  terms: termsOfRow(row.terms),
  askedPaise: row.askedPaise ?? row.pricePaise,
  keptPaise: row.keptPaise,
  refundingPaise: row.refundingPaise,
  asking: row.asking as Asking | null,
  source: row.source as Booking['source'],
  holdUntil: row.holdUntil === null ? null : new Date(row.holdUntil),
  seriesId: row.seriesId as SeriesId | null,
  comingAt: row.comingAt === null ? null : new Date(row.comingAt),
  feedback: row.feedback as Booking['feedback'],
  version: row.version,
  calendarLink: row.calendarLink,
});

/** Of bookings from before there were terms. */
const noTerms: Terms = termsSchema.parse({});

/**
 * Written by `termsOf` out of columns that their own forms have checked. Reading it through its schema again, for every
 * booking of every turn of the chat, cost more than the rest of the row.
 */
const termsOfRow = (terms: unknown): Terms =>
  typeof terms === 'object' && terms !== null && 'rule' in terms ? (terms as Terms) : noTerms;
