import { lockBooking } from '../../booking/commands/lock-booking';
import type { Booking } from '../../booking/types';
import { getServiceTax, listNames } from '../../catalog/queries';
import { getCustomer } from '../../customers/queries';
import type { Db, Tx } from '../../db/client';
import { writeReceipt } from '../../payments/commands/write-receipt';
import { listReceiptMoney, listReceipts, type Receipt } from '../../payments/receipts/queries';
import { composeCreditNote, composeReceipt, type ReceiptFacts } from '../../receipts/compose-receipt';
import { getBusiness, getReceiptIssuer } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/**
 * Issues what documents are due for a booking, and gives all of its documents, oldest first; empty where nothing has been
 * paid. One document for each payment that counts, one for each refund that has arrived; what is issued never changes, so
 * that asking again gives the same ones. Locks the booking and, where something is due, the business's series of numbers
 * until the transaction ends.
 */
export async function issueReceipt(
  world: Pick<World, 'clock'>,
  tx: Tx,
  scope: BusinessScope,
  { bookingId }: { bookingId: string },
): Promise<Receipt[]> {
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking) return [];
  const issued = await listReceipts(tx, scope, bookingId);
  const due = await dueOf(tx, scope, bookingId, issued);
  if (due.payments.length === 0 && due.refunds.length === 0) return issued;
  const { facts, prefix } = await factsOf(tx, scope, booking);
  const now = world.clock.now();
  const write = async (
    of: Pick<Receipt, 'paymentId' | 'refundId'>,
    draft: ReturnType<typeof composeReceipt>,
  ) => {
    const { id, snapshot } = await writeReceipt(tx, scope, { bookingId, ...of, prefix, draft, now });
    issued.push({ id, bookingId, ...of, snapshot });
  };
  for (const { id, amountPaise, way } of due.payments)
    await write({ paymentId: id, refundId: null }, composeReceipt(facts, { amountPaise, paid: way }));
  for (const { id, paymentId, amountPaise, way } of due.refunds) {
    const of = issued.find((one) => one.paymentId === paymentId && one.refundId === null);
    if (!of) throw new Error('A payment has its document before its refunds have theirs.');
    const { askedPaise, duePaise } = facts.booking;
    const back = { amountPaise, askedPaise, duePaise, way };
    await write({ paymentId, refundId: id }, composeCreditNote(of.snapshot, back));
  }
  return issued;
}

/** The documents of a booking as they stand, and whether money of it has none yet. Writes nothing. */
export async function findReceipts(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<{ issued: Receipt[]; due: boolean }> {
  const issued = await listReceipts(db, scope, bookingId);
  const due = await dueOf(db, scope, bookingId, issued);
  return { issued, due: due.payments.length > 0 || due.refunds.length > 0 };
}

async function dueOf(db: Db, scope: BusinessScope, bookingId: string, issued: readonly Receipt[]) {
  const { payments, refunds } = await listReceiptMoney(db, scope, bookingId);
  const told = new Set(issued.map((one) => one.refundId ?? one.paymentId));
  return {
    payments: payments.filter(({ id }) => !told.has(id)),
    refunds: refunds.filter(({ id }) => !told.has(id)),
  };
}

async function factsOf(
  tx: Tx,
  scope: BusinessScope,
  booking: Booking,
): Promise<{ facts: ReceiptFacts; prefix: string }> {
  const { name, address, phone, zone } = await getBusiness(tx, scope);
  const { receiptPrefix, ...issuer } = await getReceiptIssuer(tx, scope);
  const { service, resource } = await listNames(tx, scope, booking);
  const { kind: offered, gstPercent, sac } = await getServiceTax(tx, scope, booking.serviceId);
  const customer = booking.customerId ? await getCustomer(tx, scope, booking.customerId) : null;
  const payer = customer?.name ?? customer?.profileName ?? booking.attendeeName;
  const kind = offered === 'court' ? 'court' : 'consultation';
  const facts: ReceiptFacts = {
    zone,
    business: { name, address, phone, ...issuer },
    customer: { name: payer, attendee: booking.attendeeName === payer ? null : booking.attendeeName },
    booking: {
      reference: booking.reference,
      kind,
      service: kind === 'consultation' ? null : service,
      resource,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      askedPaise: booking.askedPaise,
      duePaise: Math.max(0, booking.askedPaise - booking.keptPaise),
    },
    gstPercent,
    sac,
  };
  return { facts, prefix: receiptPrefix };
}
