import { lockBooking } from '../../booking/commands/lock-booking';
import type { Booking } from '../../booking/types';
import { getServiceTax, listNames, listServiceTaxes } from '../../catalog/queries';
import { getCustomer } from '../../customers/queries';
import type { Db, Tx } from '../../db/client';
import type { LocalText } from '../../kernel/local-text';
import { localTextSchema } from '../../kernel/local-text-schema';
import { lockPack } from '../../packs/commands/lock-packs';
import { findPack } from '../../packs/queries';
import { writeReceipt } from '../../payments/commands/write-receipt';
import { listReceiptMoney, listReceipts, type Receipt } from '../../payments/receipts/queries';
import {
  composeCreditNote,
  composeReceipt,
  packTax,
  type ReceiptFacts,
} from '../../receipts/compose-receipt';
import type { ReceiptSubject } from '../../receipts/types';
import { getBusiness, getReceiptIssuer } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/**
 * Issues what documents are due for a booking or pack, and gives all of its documents, oldest first; empty where nothing has
 * been paid. One document for each payment that counts, one for each refund that has arrived; what is issued never changes, so
 * that asking again gives the same ones. Locks the booking or pack and, where something is due, the business's series of
 * numbers until the transaction ends.
 */
export async function issueReceipt(
  world: Pick<World, 'clock'>,
  tx: Tx,
  scope: BusinessScope,
  subject: ReceiptSubject,
): Promise<Receipt[]> {
  const factsOf = await lockSubject(tx, scope, subject);
  if (!factsOf) return [];
  const issued = await listReceipts(tx, scope, subject);
  const due = await dueOf(tx, scope, subject, issued);
  if (due.payments.length === 0 && due.refunds.length === 0) return issued;
  const { receiptPrefix: prefix, ...issuer } = await getReceiptIssuer(tx, scope);
  const { name, address, phone, zone } = await getBusiness(tx, scope);
  const facts: ReceiptFacts = {
    zone,
    business: { name, address, phone, ...issuer },
    ...(await factsOf()),
  };
  const now = world.clock.now();
  const write = async (
    of: Pick<Receipt, 'paymentId' | 'refundId'>,
    draft: ReturnType<typeof composeReceipt>,
  ) => {
    const { id, snapshot } = await writeReceipt(tx, scope, { of: subject, ...of, prefix, draft, now });
    issued.push({ bookingId: null, packId: null, ...subject, id, ...of, snapshot });
  };
  for (const { id, amountPaise, way } of due.payments)
    await write({ paymentId: id, refundId: null }, composeReceipt(facts, { amountPaise, paid: way }));
  for (const { id, paymentId, amountPaise, way } of due.refunds) {
    const of = issued.find((one) => one.paymentId === paymentId && one.refundId === null);
    if (!of) throw new Error('A payment has its document before its refunds have theirs.');
    const { askedPaise, duePaise } = facts.booking ?? { askedPaise: 0, duePaise: 0 };
    const back = { amountPaise, askedPaise, duePaise, way };
    await write({ paymentId, refundId: id }, composeCreditNote(of.snapshot, back));
  }
  return issued;
}

/** The documents of a booking or pack as they stand, and whether money of it has none yet. Writes nothing. */
export async function findReceipts(
  db: Db,
  scope: BusinessScope,
  subject: ReceiptSubject,
): Promise<{ issued: Receipt[]; due: boolean }> {
  const issued = await listReceipts(db, scope, subject);
  const due = await dueOf(db, scope, subject, issued);
  return { issued, due: due.payments.length > 0 || due.refunds.length > 0 };
}

async function dueOf(db: Db, scope: BusinessScope, subject: ReceiptSubject, issued: readonly Receipt[]) {
  const { payments, refunds } = await listReceiptMoney(db, scope, subject);
  const told = new Set(issued.map((one) => one.refundId ?? one.paymentId));
  return {
    payments: payments.filter(({ id }) => !told.has(id)),
    refunds: refunds.filter(({ id }) => !told.has(id)),
  };
}

type Facts = Omit<ReceiptFacts, 'zone' | 'business'>;

/** Locks what the documents are about, and gives the way to read what they say of it; null: there is none. */
async function lockSubject(
  tx: Tx,
  scope: BusinessScope,
  subject: ReceiptSubject,
): Promise<(() => Promise<Facts>) | null> {
  if ('bookingId' in subject) {
    const booking = await lockBooking(tx, scope, subject.bookingId);
    return booking && (() => bookingFacts(tx, scope, booking));
  }
  const isThere = await lockPack(tx, scope, subject.packId);
  return isThere ? () => packFacts(tx, scope, subject.packId) : null;
}

async function bookingFacts(tx: Tx, scope: BusinessScope, booking: Booking): Promise<Facts> {
  const { service, resource } = await listNames(tx, scope, booking);
  const { kind: offered, gstPercent, sac } = await getServiceTax(tx, scope, booking.serviceId);
  const customer = booking.customerId ? await getCustomer(tx, scope, booking.customerId) : null;
  const payer = customer?.name ?? customer?.profileName ?? booking.attendeeName;
  const kind = offered === 'court' ? 'court' : 'consultation';
  return {
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
    pack: null,
    gstPercent,
    sac,
  };
}

async function packFacts(tx: Tx, scope: BusinessScope, packId: string): Promise<Facts> {
  const pack = await findPack(tx, scope, packId);
  if (!pack) throw new Error(`Pack ${packId} vanished under its lock.`);
  const { kind, quantity, memberPercent, startsOn, endsOn, pricePaise } = pack;
  const customer = await getCustomer(tx, scope, pack.customerId);
  const name: LocalText = localTextSchema.parse(pack.name);
  return {
    customer: { name: customer.name ?? customer.profileName, attendee: null },
    booking: null,
    pack: { name, kind, quantity, memberPercent, startsOn, endsOn, pricePaise },
    ...packTax(await listServiceTaxes(tx, scope, pack.serviceIds)),
  };
}
