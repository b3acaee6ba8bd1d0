import type { BookingDetail } from '../booking/desk/schema';
import { wallClock } from '../i18n/wall-clock';
import type { Membership } from '../tenancy/types';
import { loadQueue } from '../workflows/load-queue';
import { world } from './world';

/** The place of a visit in its doctor's day; null for courts, which have no queue, and for what does not take place. */
export async function loadToken(membership: Membership, booking: BookingDetail): Promise<number | null> {
  if (booking.serviceKind === 'court') return null;
  const { database, clock } = world();
  const { scope, zone } = membership;
  const { date } = wallClock(new Date(booking.startsAt), zone);
  const day = { resourceId: booking.resourceId, date, zone, now: clock.now() };
  const { rows } = await loadQueue(database.prisma, scope, day);
  return rows.find((row) => row.id === booking.id)?.token ?? null;
}
