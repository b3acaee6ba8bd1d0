import type { Db } from '../../../db/client';
import { transaction } from '../../../db/transaction';
import { instantAt } from '../../../i18n/wall-clock';
import { publish } from '../../../live/publish';
import { deskMethods, onlineWays, type DayClose } from '../../../payments/desk/schema';
import { addDays } from '../../../scheduling/zone';
import { recordAudit } from '../../../tenancy/commands/record-audit';
import type { BusinessScope } from '../../../tenancy/types';
import type { Desk } from './desk-act';

type Drawer = DayClose['drawers'][number];
type Online = DayClose['online'][number];

/** What was taken and given back on a local day: at the desk by who did it and how, beside what was counted, and online. */
export async function loadDayClose(
  db: Db,
  scope: BusinessScope,
  of: { on: string; zone: string },
): Promise<DayClose> {
  const { businessId } = scope;
  const span = { gte: instantAt(of.on, 0, of.zone), lt: instantAt(addDays(of.on, 1), 0, of.zone) };
  const onDate = new Date(`${of.on}T00:00:00Z`);
  const [payments, refunds, closings] = await Promise.all([
    db.payment.findMany({ where: { businessId, receivedAt: span, currency: 'INR' } }),
    db.refund.findMany({
      where: { businessId, endedAt: span, status: 'processed', payment: { currency: 'INR' } },
      include: { payment: { select: { instrument: true } } },
    }),
    db.dayClose.findMany({ where: { businessId, onDate }, orderBy: { at: 'asc' } }),
  ]);
  const drawers = new Map<string, Drawer>();
  const drawerOf = (staffId: string | null, method: string): Drawer | null => {
    const known = deskMethods.find((one) => one === method);
    if (!known) return null;
    const key = `${staffId ?? ''} ${method}`;
    const drawer = drawers.get(key) ?? {
      staffId,
      name: null,
      method: known,
      takenPaise: 0,
      returnedPaise: 0,
      count: 0,
    };
    drawers.set(key, drawer);
    return drawer;
  };
  const online = new Map<string, Online>();
  const onlineOf = (paidBy: string | null): Online => {
    const instrument = onlineWays.find((one) => one === paidBy) ?? 'other';
    const way = online.get(instrument) ?? {
      instrument,
      takenPaise: 0,
      returnedPaise: 0,
      count: 0,
      feePaise: 0,
    };
    online.set(instrument, way);
    return way;
  };
  for (const { method, instrument, takenBy, amountPaise, feePaise } of payments) {
    const taken = drawerOf(takenBy, method) ?? onlineOf(instrument);
    taken.takenPaise += amountPaise;
    taken.count += 1;
    if ('feePaise' in taken) taken.feePaise += feePaise ?? 0;
  }
  for (const { method, requestedBy, amountPaise, payment } of refunds) {
    const back = drawerOf(staffOf(requestedBy), method) ?? onlineOf(payment.instrument);
    back.returnedPaise += amountPaise;
  }
  const ids = [...new Set([...drawers.values()].flatMap(({ staffId }) => staffId ?? []))];
  const staff = await db.staffUser.findMany({
    where: { id: { in: [...ids, ...closings.map(({ staffId }) => staffId)] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null;
  return {
    on: of.on,
    drawers: [...drawers.values()].map((drawer) => ({ ...drawer, name: nameOf(drawer.staffId) })),
    closings: closings.map(({ staffId, expectedPaise, countedPaise, note, at }) => ({
      staffId,
      name: nameOf(staffId),
      expectedPaise,
      countedPaise,
      note,
      at: at.toISOString(),
    })),
    online: onlineWays.flatMap((way) => online.get(way) ?? []),
  };
}

const staffOf = (by: unknown): string | null =>
  typeof by === 'object' &&
  by !== null &&
  'kind' in by &&
  by.kind === 'staff' &&
  'id' in by &&
  typeof by.id === 'string'
    ? by.id
    : null;

/** Writes down the cash that was counted against what should be there; a second count takes the first one's place. */
export function closeDay(
  desk: Desk,
  of: { on: string; zone: string; staffId: string; countedPaise: number; note: string },
): Promise<void> {
  const { world, scope, actor } = desk;
  const { businessId } = scope;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const { drawers } = await loadDayClose(tx, scope, of);
    const cash = drawers.find(({ staffId, method }) => staffId === of.staffId && method === 'cash');
    const expectedPaise = (cash?.takenPaise ?? 0) - (cash?.returnedPaise ?? 0);
    const onDate = new Date(`${of.on}T00:00:00Z`);
    const counted = {
      expectedPaise,
      countedPaise: of.countedPaise,
      note: of.note || null,
      closedBy: actor.userId,
      at: now,
    };
    const { staffId } = of;
    await tx.dayClose.upsert({
      where: { businessId_onDate_staffId: { businessId, onDate, staffId } },
      create: { businessId, onDate, staffId, ...counted },
      update: counted,
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'day.close',
      subject: { kind: 'day', id: of.staffId, label: of.on },
      after: { expectedPaise, countedPaise: of.countedPaise },
      now,
    });
    await publish(tx, scope, { kind: 'money' });
  });
}
