import { findBooking } from '../../booking/queries';
import type { Actor, Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import { toEpochMinute } from '../../kernel/time-range';
import { addPackEntry } from '../../packs/commands/add-pack-entry';
import { lockPackOf, lockPacks } from '../../packs/commands/lock-packs';
import { appendEntries } from '../../payments/commands/append-entries';
import { askPrice } from '../../payments/commands/ask-price';
import { localDateOf } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';
import { choosePack, takenBy, takesAfterMove, type OwnPack, type Visit } from '../../terms/packs';
import type { EffectContext } from '../effect-context';
import { agreedPaise } from '../money/agreed-paise';
import { stopAskingFor } from '../money/stop-asking';

const visitOf = ({ serviceId, startsAt, endsAt }: Booking, zone: string): Visit => ({
  serviceId,
  on: localDateOf(toEpochMinute(startsAt), zone),
  durationMinutes: toEpochMinute(endsAt) - toEpochMinute(startsAt),
});

/**
 * The pack of its customer that pays for a booking, locked until the transaction ends; null: none does. What is free, or
 * has been paid in money already, takes nothing of a pack.
 */
export async function findPayingPack(
  { tx, scope, customer, facts }: EffectContext,
  booking: Booking,
): Promise<OwnPack | null> {
  if (booking.pricePaise === 0 || booking.keptPaise > 0 || facts.packs.length === 0) return null;
  const packs = await lockPacks(tx, scope, { customerId: customer.id, now: facts.now });
  return choosePack(packs, visitOf(booking, facts.zone));
}

type Use = { booking: Booking; actor: Actor; now: Date };

/**
 * Takes a booking out of a pack, once, and asks for none of its price: the money was taken when the pack was sold. The
 * caller has locked the pack, seen that enough is left, and confirmed the booking. Returns it as it is then.
 */
export async function payFromPack(
  tx: Tx,
  scope: BusinessScope,
  { booking, pack, actor, now }: Use & { pack: OwnPack },
): Promise<Booking> {
  const bookingId = booking.id;
  const durationMinutes = toEpochMinute(booking.endsAt) - toEpochMinute(booking.startsAt);
  const used = await addPackEntry(tx, scope, {
    ...{ packId: pack.id, kind: 'used', key: 'visit', bookingId, actor, now },
    amount: -takenBy(pack.kind, { durationMinutes }),
  });
  if (!used) return booking;
  if (booking.asking) await stopAskingFor(tx, scope, { bookingId, now });
  await askPrice(tx, scope, { bookingId, askedPaise: booking.pricePaise, actor, now });
  await appendEntries(tx, scope, {
    bookingId,
    entries: [{ kind: 'write-off', key: `pack:${pack.id}`, amountPaise: booking.pricePaise }],
    actor,
    now,
  });
  return (await findBooking(tx, scope, bookingId)) ?? booking;
}

/**
 * A booking that was just moved stays paid by its pack, which gives or takes the difference in minutes. Where the pack does
 * not reach (another day than it is valid on, or more than is left), it gets back what it gave, and the price is due; but
 * not where the venue moves it: then the pack has paid. The caller has locked the booking. Returns it as it is then.
 */
export async function keepPack(
  tx: Tx,
  scope: BusinessScope,
  { booking, zone, actor, now, by }: Use & { zone: string; by: 'customer' | 'venue' },
): Promise<Booking> {
  const use = await lockPackOf(tx, scope, booking.id);
  if (!use) return booking;
  const visit = visitOf(booking, zone);
  // The day on which the venue wants it cannot be held against its customer.
  const on = by === 'venue' ? use.pack.startsOn : visit.on;
  const more = takesAfterMove(use.pack, use.amount, { ...visit, on });
  if (more === null && by === 'venue') return booking;
  const change = more ?? -use.amount;
  if (change !== 0)
    await addPackEntry(tx, scope, {
      packId: use.pack.id,
      kind: change > 0 ? 'used' : 'returned',
      key: `move:${String(booking.version)}`,
      amount: -change,
      bookingId: booking.id,
      actor,
      now,
    });
  if (more !== null) return booking;
  const askedPaise = await agreedPaise(tx, scope, booking);
  await askPrice(tx, scope, { bookingId: booking.id, askedPaise, actor, now });
  return (await findBooking(tx, scope, booking.id)) ?? booking;
}
