import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { revisionOf } from './revision';
import { setupSchema, type Setup } from './schema';

/** The same row without what is null, for types that say absent. */
const present = <T extends object>(row: T): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const dateText = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);

const withRevision = <T extends object>(row: T): T & { revision: string } => ({
  ...row,
  revision: revisionOf(row),
});

const groupedBy = <T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string | null, T[]> => {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

/** Everything that setup shows, archived services and resources included, each part with its revision. */
export async function loadSetup(db: Db, scope: BusinessScope): Promise<Setup> {
  const { businessId } = scope;
  const order = [{ position: 'asc' as const }, { id: 'asc' as const }];
  const { photoId, legalName, gstin, receiptPrefix, quietFromMinute, quietToMinute, ...business } =
    await db.business.findUniqueOrThrow({
      where: { id: businessId },
      // The catalogue's version is not among them: what others change elsewhere makes no conflict here.
      select: {
        slug: true,
        name: true,
        address: true,
        wording: true,
        zone: true,
        defaultLanguage: true,
        phone: true,
        latitude: true,
        longitude: true,
        staffIdleMinutes: true,
        photoId: true,
        legalName: true,
        gstin: true,
        receiptPrefix: true,
        quietFromMinute: true,
        quietToMinute: true,
      },
    });
  const resources = await db.resource.findMany({ where: { businessId }, orderBy: order });
  // What of a service stands on receipts is saved apart from it.
  const services = await db.service.findMany({
    where: { businessId },
    orderBy: order,
    omit: { gstPercent: true, sac: true },
  });
  const taxed = await db.service.findMany({
    where: { businessId, kind: 'court', archivedAt: null },
    orderBy: order,
    select: { id: true, name: true, gstPercent: true, sac: true },
  });
  const offerings = await db.offering.findMany({
    where: { businessId },
    orderBy: [{ serviceId: 'asc' }, { resourceId: 'asc' }],
  });
  const hours = await db.weeklyHours.findMany({
    where: { businessId },
    orderBy: [{ weekday: 'asc' }, { opensMinute: 'asc' }, { id: 'asc' }],
  });
  const closures = await db.closure.findMany({
    where: { businessId, removedAt: null },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  });
  const rules = await db.priceRule.findMany({ where: { businessId }, orderBy: { id: 'asc' } });
  const reminders = await db.reminderRule.findMany({
    where: { businessId, archivedAt: null },
    orderBy: [{ kind: 'asc' }, { minutes: 'desc' }],
  });

  const terms = (row: (typeof offerings)[number], other: 'serviceId' | 'resourceId'): object =>
    present({
      [other]: row[other],
      durationMinutes: row.durationMinutes.length > 0 ? row.durationMinutes : null,
      stepMinutes: row.stepMinutes,
      pricePaise: row.pricePaise,
    });
  const week = hours.map((row) => ({
    resourceId: row.resourceId,
    ...present({
      kind: row.kind,
      weekday: row.weekday,
      opensMinute: row.opensMinute,
      closesMinute: row.closesMinute,
      validFrom: dateText(row.validFrom),
      validTo: dateText(row.validTo),
    }),
  }));
  const rulesOf = groupedBy(rules, (row) => row.serviceId);
  const remindersOf = groupedBy(reminders, (row) => row.serviceId);
  const quiet =
    quietFromMinute === null || quietToMinute === null ? null : { from: quietFromMinute, to: quietToMinute };
  const hoursOf = groupedBy(week, (row) => row.resourceId);
  const owners = [null, ...resources.map((one) => one.id)];
  return setupSchema.parse({
    // The logo is saved by itself, beside the form.
    business: { ...withRevision(business), photoId },
    resources: resources.map(({ archivedAt, ...row }) =>
      withRevision({
        ...row,
        archived: archivedAt !== null,
        offerings: offerings.filter((one) => one.resourceId === row.id).map((one) => terms(one, 'serviceId')),
      }),
    ),
    services: services.map(({ archivedAt, ...row }) =>
      withRevision({
        ...row,
        archived: archivedAt !== null,
        offerings: offerings.filter((one) => one.serviceId === row.id).map((one) => terms(one, 'resourceId')),
      }),
    ),
    timetables: owners.map((resourceId) =>
      withRevision({ resourceId, hours: hoursOf.get(resourceId) ?? [] }),
    ),
    closures: closures.map((row) => ({
      resourceId: row.resourceId,
      ...present({
        id: row.id,
        startsOn: dateText(row.startsOn),
        endsOn: dateText(row.endsOn),
        fromMinute: row.fromMinute,
        toMinute: row.toMinute,
        yearly: row.yearly,
        reason: row.reason,
      }),
    })),
    reminders: services.map((service) =>
      withRevision({
        serviceId: service.id,
        rules: (remindersOf.get(service.id) ?? []).map(({ kind, minutes }) => ({ kind, minutes })),
        quiet,
      }),
    ),
    receipts: withRevision({
      legalName,
      gstin,
      prefix: receiptPrefix,
      services: taxed,
    }),
    prices: services.map((service) =>
      withRevision({
        serviceId: service.id,
        rules: (rulesOf.get(service.id) ?? []).map((row) => ({
          resourceId: row.resourceId,
          weekdays: row.weekdays,
          ...present({
            fromMinute: row.fromMinute,
            toMinute: row.toMinute,
            validFrom: dateText(row.validFrom),
            validTo: dateText(row.validTo),
            label: row.label,
            pricePaise: row.pricePaise,
          }),
        })),
      }),
    ),
  });
}

/** A stored picture; null where there is none. */
export async function findPhoto(
  db: Db,
  scope: BusinessScope,
  id: string,
): Promise<{ contentType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  return db.photo.findUnique({
    where: { businessId_id: { businessId: scope.businessId, id } },
    select: { contentType: true, bytes: true },
  });
}
