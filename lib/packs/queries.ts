import type { Db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { Statements } from '../db/statements';
import type { LocalText } from '../kernel/local-text';
import { localTextSchema } from '../kernel/local-text-schema';
import type { BusinessScope } from '../tenancy/types';
import { packOf, type OwnPack, type PackKind } from '../terms/packs';
import { toOwnPack, type PackRow } from './pack-row';
import { packsOf, packUsedBy } from './sql/packs-of';
import type { PackEntryKind, PackOffer, SoldPack } from './types';

/** A customer's packs that are valid, will be, or ended within the last 30 days; the first to end first. */
export async function listOwnPacks(
  db: Statements,
  scope: BusinessScope,
  of: { customerId: string; now: Date },
): Promise<OwnPack[]> {
  const customerId = Prisma.sql`${of.customerId}::uuid`;
  const rows = await db.$queryRaw<PackRow[]>(packsOf(scope, { customerId, now: of.now }));
  return rows.map(toOwnPack);
}

/** What the pack is called that has paid for a booking; null: none has. */
export async function findPaidBy(
  db: Statements,
  scope: BusinessScope,
  bookingId: string,
): Promise<LocalText | null> {
  const rows = await db.$queryRaw<PackRow[]>(packUsedBy(scope, bookingId));
  return packOf(rows.map(toOwnPack), bookingId)?.pack.name ?? null;
}

/** Everything that is sold ahead, and what once was; the oldest first. */
export async function listOffers(db: Db, { businessId }: BusinessScope): Promise<PackOffer[]> {
  const rows = await db.packOffer.findMany({
    where: { businessId },
    include: { services: { select: { serviceId: true }, orderBy: { serviceId: 'asc' } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ name, kind, services, archivedAt, ...row }) => ({
    id: row.id,
    name: localTextSchema.parse(name),
    // The database knows these three only.
    kind: kind as PackKind,
    quantity: row.quantity,
    serviceIds: services.map(({ serviceId }) => serviceId),
    pricePaise: row.pricePaise,
    validDays: row.validDays,
    memberPercent: row.memberPercent,
    archived: archivedAt !== null,
  }));
}

const sumOf = (rows: readonly { amountPaise: number }[]): number =>
  rows.reduce((sum, { amountPaise }) => sum + amountPaise, 0);

const day = (column: Date): string => column.toISOString().slice(0, 10);

/** Packs as staff see them, the newest two hundred: of one customer, or of all. */
export async function listSoldPacks(
  db: Db,
  { businessId }: BusinessScope,
  of: { customerId?: string | undefined },
): Promise<SoldPack[]> {
  const rows = await db.pack.findMany({
    where: { businessId, ...(of.customerId && { customerId: of.customerId }) },
    include: {
      customer: { select: { id: true, name: true, profileName: true } },
      entries: {
        include: { booking: { select: { reference: true } } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      },
      payments: {
        select: {
          amountPaise: true,
          refunds: { where: { status: { not: 'failed' } }, select: { amountPaise: true } },
        },
      },
    },
    orderBy: [{ soldAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  return rows.map(({ name, kind, customer, entries, payments, startsOn, endsOn, soldAt, ...row }) => ({
    id: row.id,
    name: localTextSchema.parse(name),
    kind: kind as PackKind,
    quantity: row.quantity,
    remaining: row.remaining,
    memberPercent: row.memberPercent,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    pricePaise: row.pricePaise,
    keptPaise: payments.reduce((sum, paid) => sum + sumOf([paid]) - sumOf(paid.refunds), 0),
    soldAt: soldAt.toISOString(),
    customer: { id: customer.id, name: customer.name ?? customer.profileName },
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind as PackEntryKind,
      amount: entry.amount,
      reference: entry.booking?.reference ?? null,
      reason: entry.reason,
      at: entry.at.toISOString(),
    })),
  }));
}

/** A pack as it was sold, and what is left of it; days are local dates. Null: there is none. */
export async function findPack(db: Db, { businessId }: BusinessScope, id: string) {
  const pack = await db.pack.findUnique({ where: { businessId_id: { businessId, id } } });
  return (
    pack && {
      ...pack,
      kind: pack.kind as PackKind,
      startsOn: day(pack.startsOn),
      endsOn: day(pack.endsOn),
    }
  );
}

/** Whether an act is written on a pack already. */
export const hasEntry = async (
  db: Db,
  { businessId }: BusinessScope,
  of: { packId: string; key: string },
): Promise<boolean> =>
  (await db.packEntry.findFirst({ where: { businessId, ...of }, select: { id: true } })) !== null;
