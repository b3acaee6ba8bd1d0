import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, Block, Candidate, Overlap } from '../types';
import { listOverlap } from './list-overlap';
import { instant } from './sql/booking-row';
import { sweepStale } from './sql/sweep-stale';

export type PlaceBlockInput = Block & { actor: Actor; now: Date };

/**
 * Takes all units of a resource for maintenance or leave, and records who did it. Fails with `overlap` when bookings,
 * live holds or other blocks stand in the way, and lists them; then nothing is taken. Bookings are never pushed out.
 * Throws `not-found` for a resource of somebody else and `invalid` for a block that ends before it starts.
 */
export async function placeBlock(
  tx: Tx,
  scope: BusinessScope,
  input: PlaceBlockInput,
): Promise<Result<{ ids: string[] }, Overlap>> {
  if (input.startsAt >= input.endsAt) throw new AppError('invalid', 'A block must end after it starts.');
  const { businessId } = scope;
  const { resourceId, kind, startsAt, endsAt, reason, now, actor } = input;
  const resource = await tx.resource.findUnique({
    where: { businessId_id: { businessId, id: resourceId } },
    select: { capacity: true },
  });
  if (!resource) throw new AppError('not-found', 'There is no such court or doctor.');
  const units = Array.from({ length: resource.capacity }, (_, index) => index + 1);
  const candidates: Candidate[] = units.map((unit) => ({ resourceId, unit, pricePaise: 0, priceLines: [] }));
  const span = { candidates, startsAt, endsAt, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, now };
  await tx.$queryRaw(sweepStale(scope, span));
  const ids = units.map(() => newId());
  const taken = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, reason, created_at)
    SELECT ${businessId}::uuid, u.id, ${resourceId}::uuid, u.unit, ${kind}::text,
      tstzrange(${instant(startsAt)}, ${instant(endsAt)}, '[)'), true, ${reason}::text, ${instant(now)}
    FROM unnest(${ids}::uuid[], ${units}::int[]) AS u(id, unit) ORDER BY u.unit
    ON CONFLICT DO NOTHING RETURNING id::text`);
  if (taken.length < units.length) {
    // Written a moment ago by this transaction and seen by nobody.
    await tx.$executeRaw`DELETE FROM occupancy WHERE business_id = ${businessId}::uuid AND id = ANY(${ids}::uuid[])`;
    return fail({
      reason: 'overlap',
      ...(await listOverlap(tx, scope, { ...input, resourceIds: [resourceId] })),
    });
  }
  await tx.auditEntry.create({
    data: {
      businessId,
      id: newId(),
      at: now,
      actor,
      action: `place-${kind}`,
      subject: { resourceId, ids, startsAt, endsAt, reason },
    },
  });
  return ok({ ids });
}
