import type { Candidate, HoldSlotInput } from '../booking/types';
import type { Database } from '../db/client';
import { newId } from '../db/new-id';
import type { CustomerId, ResourceId, ServiceId } from '../kernel/ids';
import { scopeOf } from '../tenancy/scope';
import type { BusinessScope } from '../tenancy/types';

export type SampleClub = {
  scope: BusinessScope;
  serviceId: ServiceId;
  courts: ResourceId[];
  customerId: CustomerId;
  /** A wish for an hour from `startsAt` on the given courts, held for ten minutes from `now`. */
  wish(input: { startsAt: Date; now: Date; courts?: ResourceId[]; minutes?: number }): HoldSlotInput;
};

const name = { en: 'Sample' };

/** A club of its own with a number of courts, for tests that book. */
export async function makeSampleClub(
  { prisma }: Database,
  options: { courts?: number; capacity?: number; buffers?: { before: number; after: number } } = {},
): Promise<SampleClub> {
  const { courts: count = 1, capacity = 1, buffers = { before: 0, after: 0 } } = options;
  const businessId = newId();
  const serviceId = newId<ServiceId>();
  const customerId = newId<CustomerId>();
  const courts = Array.from({ length: count }, () => newId<ResourceId>());
  await prisma.business.create({
    data: { id: businessId, slug: businessId, name, address: name, zone: 'Asia/Kolkata' },
  });
  await prisma.service.create({
    data: {
      businessId,
      id: serviceId,
      kind: 'court',
      name,
      durationMinutes: [60],
      stepMinutes: 60,
      priceBasis: 'hour',
      pricePaise: 40_000,
    },
  });
  await prisma.resource.createMany({
    data: courts.map((id, position) => ({ businessId, id, kind: 'court', name, capacity, position })),
  });
  await prisma.offering.createMany({
    data: courts.map((resourceId) => ({ businessId, serviceId, resourceId })),
  });
  await prisma.customer.create({
    data: { businessId, id: customerId, name: 'Sample', createdAt: new Date(0) },
  });
  const units = Array.from({ length: capacity }, (_, index) => index + 1);
  const candidatesOn = (resourceId: ResourceId): Candidate[] =>
    units.map((unit) => ({ resourceId, unit, pricePaise: 40_000, priceLines: [] }));
  return {
    scope: scopeOf(businessId),
    serviceId,
    courts,
    customerId,
    wish: ({ startsAt, now, courts: wanted = courts, minutes = 60 }) => ({
      serviceId,
      candidates: wanted.flatMap(candidatesOn),
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      bufferBeforeMinutes: buffers.before,
      bufferAfterMinutes: buffers.after,
      customerId,
      attendeeId: null,
      attendeeName: null,
      holdUntil: new Date(now.getTime() + 10 * 60_000),
      source: 'chat',
      effectId: newId(),
      actor: { kind: 'customer', id: customerId },
      now,
    }),
  };
}
