import { writeNote } from '../booking/commands/write-note';
import type { NewSeries, SeriesBooked } from '../booking/series/schema';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { bookSeries } from './book-series';
import { seriesNotice } from './series-told';
import { tellOfChange, type Told } from './tell-of-change';
import type { World } from './types';
import { whoComes } from './who-comes';

/**
 * Books the chosen dates of a series for somebody at the desk, all of them or, where one was taken meanwhile, none; and
 * tells their customer once. Safe to repeat with the same key. Throws `invalid` and `not-found` as `bookSeries` does.
 */
export async function bookSeriesFromDashboard(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  input: NewSeries,
): Promise<SeriesBooked> {
  const { rule, dates, notify, note } = input;
  const now = world.clock.now();
  const effectId = `series:${input.key}`;
  const nobody = { customerId: null, attendeeId: null, attendeeName: null };
  let told: Told = null;
  const booked = await bookSeries(
    world,
    scope,
    {
      rule,
      dates,
      ...nobody,
      effectId,
      whenTaken: 'book-nothing',
      actor: { kind: 'staff', id: actor.userId },
    },
    {
      who: (tx) => whoComes(tx, world, scope, input),
      also: async (tx, { seriesId, bookings }) => {
        const [first] = bookings;
        if (!first) throw new Error('A series without a booking was made.');
        if (note)
          for (const { id: bookingId } of bookings) await writeNote(tx, scope, { bookingId, note, now });
        await recordAudit(tx, scope, {
          actor,
          action: 'booking.create-series',
          subject: { kind: 'booking', id: first.id, label: first.reference },
          after: {
            seriesId,
            resourceId: rule.resourceId,
            everyWeeks: rule.everyWeeks,
            startsAt: bookings.map((one) => one.startsAt),
          },
          now,
        });
        await publish(tx, scope, { kind: 'bookings' });
        told = await tellOfChange(tx, world, scope, {
          wished: notify,
          booking: first,
          notice: seriesNotice('booked', bookings),
          effectId: `told:${effectId}`,
        });
      },
    },
  );
  return booked.ok
    ? { outcome: 'done', count: booked.value.bookings.length, told }
    : { outcome: 'taken', dates: booked.dates };
}
