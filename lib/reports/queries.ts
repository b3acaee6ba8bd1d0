import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { sumsSchema, type Sums } from './schema';
import { sumBookings, type SpanOfBookings } from './sql/sum-bookings';

/** What the bookings that start in a span come to: one statement, however many there are. */
export async function loadSums(db: Db, scope: BusinessScope, span: SpanOfBookings): Promise<Sums> {
  const [row] = await db.$queryRaw<{ sums: unknown }[]>(sumBookings(scope, span));
  return sumsSchema.parse(row?.sums);
}
