import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { shownTextSchema } from '../../kernel/local-text-schema';
import type { Paise } from '../../kernel/money';
import { toEpochMinute } from '../../kernel/time-range';
import { publish } from '../../live/publish';
import { addPackEntry } from '../../packs/commands/add-pack-entry';
import { lockPack } from '../../packs/commands/lock-packs';
import { extendPack } from '../../packs/commands/write-pack';
import { findPack } from '../../packs/queries';
import { requestRefund } from '../../payments/commands/request-refund';
import { findRefund, listPackPayments } from '../../payments/queries';
import { addDays, localDateOf } from '../../scheduling/zone';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { getBusiness } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { issueReceipt } from '../money/issue-receipt';
import type { World } from '../types';

type TakeBack = {
  actor: StaffActor;
  packId: string;
  /** Pressed twice, it is done once. */
  key: string;
  /** What is handed back of what was paid for it, in the way it was paid. */
  amountPaise: Paise;
  reason: string;
};

/**
 * Takes a sold pack back: nothing is left of it (a membership ends with yesterday), the money is handed over at the desk, and
 * its credit note issued. Bookings that it has paid for stay paid. Throws `not-found`, and `conflict` where less is left of
 * what was paid.
 */
export function takeBackPack(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  { actor, packId, key, amountPaise, reason }: TakeBack,
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    await lockPack(tx, scope, packId);
    const pack = await findPack(tx, scope, packId);
    if (!pack) throw new AppError('not-found', 'There is no such pack.');
    if (await findRefund(tx, scope, key)) return;
    const payment = (await listPackPayments(tx, scope, packId)).find((one) => one.leftPaise >= amountPaise);
    if (!payment)
      throw new AppError('conflict', 'Less is left of what was paid for it.', [
        { path: 'amountPaise', message: 'more-than-left' },
      ]);
    const by = { kind: 'staff', id: actor.userId } as const;
    const { kind, remaining, startsOn, endsOn } = pack;
    if (remaining > 0)
      await addPackEntry(tx, scope, {
        ...{ packId, kind: 'corrected', key, amount: -remaining, reason, now },
        actor: by,
      });
    if (kind === 'membership') {
      const { zone } = await getBusiness(tx, scope);
      const yesterday = addDays(localDateOf(toEpochMinute(now), zone), -1);
      // It cannot end before it began: one taken back on its first day still counts on that day.
      const last = yesterday < startsOn ? startsOn : yesterday;
      if (last < endsOn) await extendPack(tx, scope, { id: packId, endsOn: last });
    }
    await requestRefund(tx, scope, {
      ...{ id: key, paymentId: payment.id, bookingId: null, amountPaise, method: payment.method },
      ...{ reason: 'staff', note: reason, done: true, actor: by, now },
    });
    await issueReceipt(world, tx, scope, { packId });
    const name = shownTextSchema.parse(pack.name);
    await recordAudit(tx, scope, {
      actor,
      action: 'pack.take-back',
      subject: { kind: 'pack', id: packId, label: inLanguage(name, 'en') },
      before: { remaining, endsOn },
      after: { amountPaise, reason },
      now,
    });
    await publish(tx, scope, { kind: 'money' }, { kind: 'customers', id: pack.customerId });
  });
}
