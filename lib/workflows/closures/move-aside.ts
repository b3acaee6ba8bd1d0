import { confirmMove } from '../../booking/commands/confirm-move';
import { holdMove } from '../../booking/commands/hold-move';
import type { Actor, Booking } from '../../booking/types';
import { loadCatalog } from '../../catalog/queries';
import type { Notice } from '../../conversation/notice';
import type { Tx } from '../../db/client';
import { toEpochMinute } from '../../kernel/time-range';
import { listOwnPacks } from '../../packs/queries';
import { availability } from '../../scheduling/availability';
import { localDateOf } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';
import { asMember } from '../packs/as-member';
import { loadAvailabilityInput } from '../load-availability';
import { wantedTime } from '../wanted-time';

type Aside = {
  done: 'moved' | 'no-other' | 'changed';
  booking: Booking;
  notice: Notice | null;
};

const holdMs = 60_000;

/**
 * Moves a booking to another court or doctor who offers the same service at the same time, the first that is free in
 * the order of setup. The customers' notice does not bind staff. `no-other` where nobody is.
 */
export async function moveAside(
  tx: Tx,
  scope: BusinessScope,
  { booking, actor, now }: { booking: Booking; actor: Actor; now: Date },
): Promise<Aside> {
  const none: Aside = { done: 'no-other', booking, notice: null };
  const catalog = await loadCatalog(tx, scope);
  const found = catalog.services.find((one) => one.id === booking.serviceId);
  if (!found) return none;
  const service = {
    ...found,
    noticeMinutes: 0,
    offerings: found.offerings.filter((one) => one.resourceId !== booking.resourceId),
  };
  const start = toEpochMinute(booking.startsAt);
  const durationMinutes = toEpochMinute(booking.endsAt) - start;
  const date = localDateOf(start, catalog.business.zone);
  const input = await loadAvailabilityInput(tx, scope, {
    catalog: { ...catalog, services: [service] },
    serviceId: service.id,
    fromDate: date,
    toDate: date,
    durationMinutes,
    now,
  });
  const slot = availability(input)
    .flatMap((day) => day.slots)
    .find((one) => one.start === start);
  if (!slot) return none;
  const holdUntil = new Date(now.getTime() + holdMs);
  const wanted = wantedTime({ input, service, slot, durationMinutes, holdUntil, now });
  const { customerId } = booking;
  const packs = customerId ? await listOwnPacks(tx, scope, { customerId, now }) : [];
  const held = await holdMove(tx, scope, {
    ...wanted,
    candidates: asMember(packs, { serviceId: service.id, on: date, durationMinutes }, wanted.candidates),
    bookingId: booking.id,
    actor,
    expectedVersion: booking.version,
  });
  if (!held.ok) return held.reason === 'slot-taken' ? none : { ...none, done: 'changed' };
  const moved = await confirmMove(tx, scope, { bookingId: booking.id, actor, now });
  if (!moved.ok) return none;
  const from = { resourceId: booking.resourceId, startsAt: start, durationMinutes };
  return { done: 'moved', booking: moved.value, notice: { kind: 'moved', from } };
}
