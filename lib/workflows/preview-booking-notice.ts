import type { NoticeShown, NoticeWish } from '../booking/desk/schema';
import type { Booking } from '../booking/types';
import type { Notice } from '../conversation/notice';
import type { ResourceId } from '../kernel/ids';
import { toEpochMinute } from '../kernel/time-range';
import type { BusinessScope } from '../tenancy/types';
import { findDeskBooking } from './find-desk-booking';
import { previewNotice } from './tell-customer';
import type { World } from './types';

/** What the booking's customer would read if staff did this, and whether it would reach them. Changes nothing. */
export async function previewBookingNotice(
  world: World,
  scope: BusinessScope,
  of: { booking: string; within: string | null; wish: NoticeWish },
): Promise<NoticeShown> {
  const { prisma } = world.database;
  const booking = await findDeskBooking(prisma, scope, of);
  return previewNotice(prisma, world, scope, changed(booking, of.wish));
}

function changed(booking: Booking, wish: NoticeWish): { booking: Booking; notice: Notice } {
  switch (wish.kind) {
    case 'cancelled':
      return { booking, notice: { kind: 'cancelled', reason: wish.reason || null } };
    case 'attendee':
      return { booking: { ...booking, attendeeName: wish.name }, notice: { kind: 'attendee' } };
    case 'moved': {
      const { startsAt, endsAt, resourceId } = booking;
      const start = new Date(wish.startsAt);
      return {
        booking: {
          ...booking,
          // Only worded here: the move itself checks that the resource is the business's.
          resourceId: wish.resourceId as ResourceId,
          startsAt: start,
          endsAt: new Date(start.getTime() + wish.durationMinutes * 60_000),
        },
        notice: {
          kind: 'moved',
          from: {
            resourceId,
            startsAt: toEpochMinute(startsAt),
            durationMinutes: toEpochMinute(endsAt) - toEpochMinute(startsAt),
          },
        },
      };
    }
    default:
      return { booking, notice: wish };
  }
}
