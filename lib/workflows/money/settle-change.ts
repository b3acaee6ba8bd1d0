import { findBooking } from '../../booking/queries';
import type { Actor, Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import { publish } from '../../live/publish';
import { agreedPrice, isPaidByPack } from '../../payments/agreed-price';
import { askPrice } from '../../payments/commands/ask-price';
import { giveBack } from '../../payments/commands/give-back';
import { listLedger } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { returnToPack } from '../packs/return-to-pack';
import { sendAll } from './apply-payment';
import { askAnew } from './ask-payment';
import { stopAskingFor } from './stop-asking';

type Change = { booking: Booking; actor: Actor; now: Date };

/**
 * The money of a booking that was just called off: nothing more is asked for, and what is due back is on its way (promise P14);
 * everything, where the venue calls off. Returns the booking as it is then. The caller has locked it.
 */
export async function settleCancelled(
  tx: Tx,
  scope: BusinessScope,
  { booking, actor, now, by }: Change & { by: 'customer' | 'venue' },
): Promise<Booking> {
  await returnToPack(tx, scope, { booking, actor, now, by });
  const asked = booking.asking !== null && (await stopAskingFor(tx, scope, { bookingId: booking.id, now }));
  if (!asked && booking.keptPaise === 0) return booking;
  const refunds = await giveBack(tx, scope, { booking, by, actor, now });
  await sendAll(tx, scope, refunds);
  if (refunds.length > 0) await publish(tx, scope, { kind: 'money' });
  return (await findBooking(tx, scope, booking.id)) ?? booking;
}

/**
 * A booking that was just moved may have another price, less what staff let go of; what was paid stays, and what is asked for
 * by an open link follows. The caller has locked it.
 */
export async function followPrice(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  { booking, actor, now }: Change,
): Promise<Booking> {
  const bookingId = booking.id;
  const entries = await listLedger(tx, scope, bookingId);
  // Nothing was asked for or paid yet: the price itself is what is due. A pack that has paid stays so.
  if (entries.length === 0 || (booking.askedPaise === 0 && isPaidByPack(entries))) return booking;
  const askedPaise = agreedPrice(entries, booking.pricePaise);
  await askPrice(tx, scope, { bookingId, askedPaise, actor, now });
  await askAnew(tx, world, scope, { bookingId, actor });
  const after = (await findBooking(tx, scope, bookingId)) ?? booking;
  // Staff are asked what is to become of what is too much.
  if (after.keptPaise > after.askedPaise) await publish(tx, scope, { kind: 'money' });
  return after;
}
