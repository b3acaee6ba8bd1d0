import { addJob, type Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import type { GatewayPayment, PaymentGateway, PaymentRange } from '../../gateways/types';
import { instantAt, wallClock } from '../../i18n/wall-clock';
import { publish } from '../../live/publish';
import { compare, type OurPayment } from '../../payments/compare';
import { addDayFees, noteFees } from '../../payments/commands/note-fees';
import { writeSettlement, type DayFigures } from '../../payments/commands/write-settlement';
import { getAccount, listAccountsInUse, listReceived } from '../../payments/queries';
import { getBusiness } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { applyPayment } from './apply-payment';
import { attemptOf } from './find-attempt-of';

const dayMs = 86_400_000;
/** A payment may be captured three days after it was begun. Source: payments reference 1.6 and 5.10. */
const lookBackMs = 4 * dayMs;
/** The gateway's list and ours are not read in one moment: what is this new is compared the next night. */
const settleMs = 15 * 60_000;

/** Has every account that took money lately compared with its gateway. */
export async function reconcileAll(world: World): Promise<void> {
  const { prisma } = world.database;
  const since = new Date(world.clock.now().getTime() - lookBackMs - dayMs);
  for (const account of await listAccountsInUse(prisma, since))
    await addJob(prisma, 'reconcile', account, { key: `reconcile:${account.accountId}` });
}

/**
 * Compares the last days' payments at a gateway with our books. Money for a booking of ours that we had not heard of is taken
 * in at once; every other difference is written down for staff. Throws when the gateway cannot be asked; the queue tries
 * again. Safe to repeat.
 */
export async function reconcile(world: World, job: Jobs['reconcile']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const { accountId } = job;
  const gateway = world.gatewayOf(await getAccount(prisma, scope, accountId));
  if (!gateway) return;
  const now = world.clock.now();
  const { zone } = await getBusiness(prisma, scope);
  // From the start of a local day: the figures of each day are written anew, and half a day would take a whole one's place.
  const { date } = wallClock(new Date(now.getTime() - lookBackMs), zone);
  const range = { from: instantAt(date, 0, zone), until: new Date(now.getTime() - settleMs) };
  const listed = await gateway.listSettledPayments(range);
  if (!listed.ok) throw new Error(`The gateway could not be asked for its payments: ${listed.detail}`);
  const theirs = listed.value;
  await takeInMissing(world, scope, accountId, theirs);
  await takeInFees(world, scope, { accountId, gateway, range, zone });
  const ours = await listReceived(prisma, scope, { accountId, ...range });
  const told = new Set(theirs.map(({ id }) => id));
  // Ours by another clock, or begun before the range: only what was received well inside it must be in the list.
  const inside = ours.filter(
    ({ gatewayPaymentId, receivedAt }) =>
      told.has(gatewayPaymentId) || receivedAt > new Date(range.from.getTime() + dayMs),
  );
  const found = compare(theirs, inside);
  const begun = new Map(theirs.map(({ id, createdAt }) => [id, createdAt]));
  await transaction(world.database, async (tx) => {
    await writeSettlement(tx, scope, {
      accountId,
      days: figuresOf(theirs, inside, zone),
      found: found.map((one) => ({ ...one, paidAt: begun.get(one.gatewayPaymentId) ?? null })),
      compared: [...told, ...inside.map(({ gatewayPaymentId }) => gatewayPaymentId)],
      now,
    });
    await publish(tx, scope, { kind: 'money' });
  });
}

/** A payment that names an attempt of ours and is not in our books was lost on the way: it is dealt with like any other. */
async function takeInMissing(
  world: World,
  scope: BusinessScope,
  accountId: string,
  theirs: readonly GatewayPayment[],
): Promise<void> {
  const { prisma } = world.database;
  const ids = theirs.map(({ id }) => id);
  const known = await prisma.payment.findMany({
    where: { businessId: scope.businessId, accountId, gatewayPaymentId: { in: ids } },
    select: { gatewayPaymentId: true },
  });
  const here = new Set(known.map(({ gatewayPaymentId }) => gatewayPaymentId));
  for (const payment of theirs) {
    if (here.has(payment.id)) continue;
    const attempt = await attemptOf(prisma, scope, accountId, payment);
    if (attempt) await applyPayment(world, scope, { accountId, attempt, payment });
  }
}

type Fees = { accountId: string; gateway: PaymentGateway; range: PaymentRange; zone: string };

/**
 * What the gateway kept, where it tells that only with what it settles: often days after the payment. It is added to the figures
 * of its payment's day, which may lie before those compared now. That it does not answer holds nothing else up: it is asked
 * again the next night.
 */
async function takeInFees(
  world: World,
  scope: BusinessScope,
  { accountId, gateway, range, zone }: Fees,
): Promise<void> {
  const told = await gateway.listFees(range);
  if (!told.ok || told.value === null || told.value.length === 0) return;
  const fees = told.value;
  await transaction(world.database, async (tx) => {
    const fresh = await noteFees(tx, scope, { accountId, fees });
    const days = new Map<string, number>();
    for (const { receivedAt, feePaise } of fresh) {
      const { date } = wallClock(receivedAt, zone);
      // The days of the range are written anew, with all that is known.
      if (receivedAt < range.from) days.set(date, (days.get(date) ?? 0) + feePaise);
    }
    await addDayFees(tx, scope, { accountId, days });
  });
}

/** What both say of each local day. */
function figuresOf(
  theirs: readonly GatewayPayment[],
  ours: readonly (OurPayment & { receivedAt: Date; feePaise: number | null })[],
  zone: string,
): DayFigures[] {
  const days = new Map<string, DayFigures>();
  const dayOf = (at: Date): DayFigures => {
    const { date } = wallClock(at, zone);
    const day = days.get(date) ?? {
      onDate: date,
      ourCount: 0,
      ourPaise: 0,
      theirCount: 0,
      theirPaise: 0,
      refundedPaise: 0,
      feePaise: 0,
    };
    days.set(date, day);
    return day;
  };
  const feeOf = new Map(ours.map((one) => [one.gatewayPaymentId, one.feePaise]));
  for (const { id, createdAt, amountPaise, currency, refundedPaise, feePaise } of theirs) {
    if (!createdAt || currency !== 'INR') continue;
    const day = dayOf(createdAt);
    day.theirCount += 1;
    day.theirPaise += amountPaise;
    day.refundedPaise += refundedPaise ?? 0;
    day.feePaise += feePaise ?? feeOf.get(id) ?? 0;
  }
  for (const { receivedAt, amountPaise, currency } of ours) {
    if (currency !== 'INR') continue;
    const day = dayOf(receivedAt);
    day.ourCount += 1;
    day.ourPaise += amountPaise;
  }
  return [...days.values()];
}
