import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BookingId, SeriesId } from '../../kernel/ids';
import type { LocalDate } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import type { SeriesRule } from '../schema';

/**
 * Writes the rule that bookings made in this transaction belong to, and links them. A series takes no time itself.
 * An effect id that has made a series already breaks its unique key: the caller looks for that first.
 */
export async function createSeries(
  tx: Tx,
  scope: BusinessScope,
  input: {
    rule: Omit<SeriesRule, 'end'>;
    lastOn: LocalDate;
    bookingIds: readonly BookingId[];
    effectId: string;
    now: Date;
  },
): Promise<SeriesId> {
  const { businessId } = scope;
  const { effectId, now } = input;
  const { serviceId, resourceId, firstOn, everyWeeks, startMinute, durationMinutes } = input.rule;
  const id = newId<SeriesId>();
  await tx.series.create({
    data: {
      businessId,
      id,
      serviceId,
      resourceId,
      firstOn: dateColumn(firstOn),
      lastOn: dateColumn(input.lastOn),
      everyWeeks,
      startMinute,
      durationMinutes,
      effectId,
      createdAt: now,
    },
  });
  await tx.booking.updateMany({
    where: { businessId, id: { in: [...input.bookingIds] } },
    data: { seriesId: id },
  });
  return id;
}

const dateColumn = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
