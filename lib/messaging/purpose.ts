/** What a customer may want or not want messages about. */
export const consentPurposes = ['own-bookings', 'reminders', 'offers'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What a message is sent for. `asked-for`: an answer, or what its reader has asked to be told. */
export type MessagePurpose = 'asked-for' | ConsentPurpose;

/** Why nothing may be sent to a customer: staff have blocked them, or they want no such messages. */
export type Refusal = 'blocked' | 'opted-out';

/**
 * The one rule of who may be sent what, as SQL: gives a `Refusal`, or null where it may go. `customer` is the alias of a row
 * of `customer`; `purpose` and `booking` are expressions for a `MessagePurpose` and the booking that is spoken of, or null.
 * Whoever wants to hear nothing of their bookings hears of those all the same that they asked for since, and is reminded of
 * no other.
 */
export const refusalSql = (customer: string, { purpose, booking }: { purpose: string; booking: string }) =>
  `CASE
    WHEN ${customer}.blocked_at IS NOT NULL THEN 'blocked'
    WHEN ${purpose} IN ('reminders', 'offers') AND ${purpose} = ANY (${customer}.refuses) THEN 'opted-out'
    WHEN ${purpose} IN ('own-bookings', 'reminders') AND 'own-bookings' = ANY (${customer}.refuses)
      AND NOT coalesce(${booking} = ANY (${customer}.allows), false) THEN 'opted-out'
  END`;
