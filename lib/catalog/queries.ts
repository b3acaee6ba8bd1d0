import type { Db } from '../db/client';
import type { Statements } from '../db/statements';
import { AppError } from '../kernel/app-error';
import type { LocalText } from '../kernel/local-text';
import { localTextSchema } from '../kernel/local-text-schema';
import type { Closure, LocalDate } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { catalogVersion } from './commands/sql/catalog-version';
import { wholeCatalog } from './commands/sql/whole-catalog';
import { catalogSchema, closureSchema } from './schema';
import type { Catalog } from './types';

/**
 * The whole offer of a business in one statement, archived services and resources left out. Throws `not-found` when
 * the business is gone.
 */
export async function loadCatalog(db: Statements, scope: BusinessScope): Promise<Catalog> {
  const [row] = await db.$queryRaw<{ catalog: { business: unknown } }[]>(wholeCatalog(scope));
  if (!row?.catalog.business) throw new AppError('not-found', 'There is no such business.');
  return catalogSchema.parse(row.catalog);
}

/** Counts up with every change of the offer; null when the business is gone. */
export async function findCatalogVersion(db: Statements, scope: BusinessScope): Promise<number | null> {
  const [row] = await db.$queryRaw<
    { version: number }[]
  >`/* statement: catalog-version */ ${catalogVersion(scope)}`;
  return row?.version ?? null;
}

/** What a booking's service and resource are called, archived or not. */
export async function listNames(
  db: Db,
  scope: BusinessScope,
  of: { serviceId: string; resourceId: string },
): Promise<{ service: LocalText; resource: LocalText }> {
  const { businessId } = scope;
  const service = await db.service.findUniqueOrThrow({
    where: { businessId_id: { businessId, id: of.serviceId } },
    select: { name: true },
  });
  const resource = await db.resource.findUniqueOrThrow({
    where: { businessId_id: { businessId, id: of.resourceId } },
    select: { name: true },
  });
  return { service: localTextSchema.parse(service.name), resource: localTextSchema.parse(resource.name) };
}

/** What a service's price says of tax, archived or not. */
export async function getServiceTax(
  db: Db,
  scope: BusinessScope,
  serviceId: string,
): Promise<{ kind: string; gstPercent: number | null; sac: string | null }> {
  return db.service.findUniqueOrThrow({
    where: { businessId_id: { businessId: scope.businessId, id: serviceId } },
    select: { kind: true, gstPercent: true, sac: true },
  });
}

/** The same of several services, archived ones too. */
export const listServiceTaxes = (
  db: Db,
  { businessId }: BusinessScope,
  serviceIds: readonly string[],
): Promise<{ kind: string; gstPercent: number | null; sac: string | null }[]> =>
  db.service.findMany({
    where: { businessId, id: { in: [...serviceIds] } },
    select: { kind: true, gstPercent: true, sac: true },
    orderBy: { id: 'asc' },
  });

export type ArchivedPart = { id: string; kind: string; name: LocalText };

/** Services and resources that old bookings name and the offer no longer has. */
export async function listArchived(
  db: Db,
  scope: BusinessScope,
  of: { serviceIds: readonly string[]; resourceIds: readonly string[] },
): Promise<{ services: ArchivedPart[]; resources: ArchivedPart[] }> {
  const { businessId } = scope;
  const select = { id: true, kind: true, name: true } as const;
  const [services, resources] = await Promise.all([
    db.service.findMany({ where: { businessId, id: { in: [...of.serviceIds] } }, select }),
    db.resource.findMany({ where: { businessId, id: { in: [...of.resourceIds] } }, select }),
  ]);
  const named = (row: { id: string; kind: string; name: unknown }): ArchivedPart => ({
    ...row,
    name: localTextSchema.parse(row.name),
  });
  return { services: services.map(named), resources: resources.map(named) };
}

/** The columns of a closure. */
export const closureColumns = {
  resourceId: true,
  startsOn: true,
  endsOn: true,
  fromMinute: true,
  toMinute: true,
  yearly: true,
  reason: true,
} as const;

type ClosureRow = Record<keyof typeof closureColumns, unknown> & { startsOn: Date; endsOn: Date };

const dateOf = (column: Date): LocalDate => column.toISOString().slice(0, 10);

/** A row of `closureColumns` as the room's noun. */
export const toClosure = ({ startsOn, endsOn, fromMinute, toMinute, ...row }: ClosureRow): Closure =>
  closureSchema.parse({
    ...row,
    startsOn: dateOf(startsOn),
    endsOn: dateOf(endsOn),
    ...(fromMinute !== null && { fromMinute, toMinute }),
  });

/** The closures that stood at an earlier instant. */
export async function listClosuresThen(db: Db, scope: BusinessScope, at: Date): Promise<Closure[]> {
  const rows = await db.closure.findMany({
    where: {
      businessId: scope.businessId,
      createdAt: { lte: at },
      OR: [{ removedAt: null }, { removedAt: { gt: at } }],
    },
    select: closureColumns,
  });
  return rows.map(toClosure);
}
