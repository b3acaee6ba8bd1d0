import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { identitiesOf } from '../identities';
import { writeKeptRefusals } from './kept-refusals';

/**
 * Takes everything personal away from a customer: names, numbers, ids, words, family. Bookings stay as figures
 * without a person, messages as empty places in their order, consents without the words they were given in.
 * What they refused is kept under `markOf` of their number and user id, a keyed hash, so that it still holds should they come
 * back. What still waited to be sent is not sent. False when there is no such customer; erasing twice changes nothing.
 * Source: Digital Personal Data Protection Act 2023 (India), sections 8 and 12.
 */
export async function eraseCustomer(
  tx: Tx,
  scope: BusinessScope,
  input: { customerId: string; now: Date; markOf: (identity: string) => string },
): Promise<boolean> {
  const { businessId } = scope;
  const { customerId, now } = input;
  const [customer] = await tx.$queryRaw<{ waId: string | null; bsuid: string | null; createdAt: Date }[]>`
    SELECT wa_id AS "waId", bsuid, created_at AS "createdAt" FROM customer
    WHERE business_id = ${businessId}::uuid AND id = ${customerId}::uuid FOR UPDATE`;
  if (!customer) return false;
  const own = { businessId, customerId };
  const marks = identitiesOf(customer).map(input.markOf);
  if (marks.length > 0) await writeKeptRefusals(tx, scope, { customerId, marks });
  await eraseWords(tx, businessId, customerId);
  await eraseEvents(tx, businessId, customer);
  await eraseAudit(tx, businessId, { customerId, since: customer.createdAt });
  await tx.booking.updateMany({ where: own, data: { attendeeId: null, attendeeName: null, note: null } });
  await tx.waitlistEntry.deleteMany({ where: own });
  await tx.attendee.deleteMany({ where: own });
  await tx.packEntry.updateMany({
    where: { businessId, pack: { customerId }, reason: { not: null } },
    data: { reason: '' },
  });
  await tx.consentRecord.updateMany({ where: own, data: { words: '' } });
  await tx.customer.update({
    where: { businessId_id: { businessId, id: customerId } },
    data: {
      waId: null,
      bsuid: null,
      phone: null,
      username: null,
      profileName: null,
      name: null,
      language: null,
      note: null,
      blockedAt: null,
      blockReason: null,
      erasedAt: now,
    },
  });
  return true;
}

/** The chat's texts and what the engine remembers; nothing can be sent there any more. */
async function eraseWords(tx: Tx, businessId: string, customerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE thread SET state = NULL, staff_reason = NULL, handled_by = 'bot', last_inbound_at = NULL
    WHERE business_id = ${businessId}::uuid AND customer_id = ${customerId}::uuid`;
  await tx.$executeRaw`
    UPDATE message m SET content = '{"kind": "erased"}', failure = NULL, provider_message_id = NULL,
      status = CASE WHEN m.status IN ('queued', 'sending') THEN 'cancelled' ELSE m.status END
    FROM thread t WHERE t.business_id = m.business_id AND t.id = m.thread_id
      AND t.business_id = ${businessId}::uuid AND t.customer_id = ${customerId}::uuid`;
  await tx.$executeRaw`
    UPDATE booking_event e SET reason = NULL FROM booking b
    WHERE b.business_id = e.business_id AND b.id = e.booking_id AND b.business_id = ${businessId}::uuid
      AND b.customer_id = ${customerId}::uuid AND e.reason IS NOT NULL`;
}

/** As it stands in JSON; what stands nowhere where there is none. */
const quoted = (id: string | null): string => JSON.stringify(id ?? 'no such id');

/** What the provider told us is kept as it came; theirs is emptied. Its key stays, so that a repeat is still known. */
async function eraseEvents(
  tx: Tx,
  businessId: string,
  ids: { waId: string | null; bsuid: string | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE inbound_event SET payload = '{}', sender_key = 'erased', error = NULL,
      status = CASE WHEN status = 'pending' THEN 'ignored' ELSE status END
    WHERE business_id = ${businessId}::uuid AND (sender_key IN (${ids.waId ?? ''}, ${ids.bsuid ?? ''})
      OR (kind = 'account' AND (position(${quoted(ids.waId)} IN payload::text) > 0
        OR position(${quoted(ids.bsuid)} IN payload::text) > 0)))`;
}

/** The log keeps who did what and when; what it quotes of the customer goes. */
async function eraseAudit(
  tx: Tx,
  businessId: string,
  input: { customerId: string; since: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE audit_entry SET subject = subject - 'label', before = NULL, after = NULL
    WHERE business_id = ${businessId}::uuid AND at >= ${input.since}::timestamptz AND subject ->> 'id' IN (
      SELECT ${input.customerId}::text
      UNION ALL SELECT id::text FROM booking
        WHERE business_id = ${businessId}::uuid AND customer_id = ${input.customerId}::uuid
      UNION ALL SELECT id::text FROM thread
        WHERE business_id = ${businessId}::uuid AND customer_id = ${input.customerId}::uuid)`;
}
