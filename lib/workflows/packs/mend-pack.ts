import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { shownTextSchema } from '../../kernel/local-text-schema';
import { publish } from '../../live/publish';
import { addPackEntry } from '../../packs/commands/add-pack-entry';
import { lockPack } from '../../packs/commands/lock-packs';
import { extendPack } from '../../packs/commands/write-pack';
import { findPack, hasEntry } from '../../packs/queries';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

type Mend = { actor: StaffActor; packId: string; reason: string };
type Desk = Pick<World, 'database' | 'clock'>;

async function locked(tx: Tx, scope: BusinessScope, packId: string) {
  await lockPack(tx, scope, packId);
  const pack = await findPack(tx, scope, packId);
  if (!pack) throw new AppError('not-found', 'There is no such pack.');
  const name = shownTextSchema.parse(pack.name);
  return { ...pack, label: inLanguage(name, 'en') };
}

/**
 * Gives a pack minutes or visits by hand, or takes them, with a reason. Throws `conflict` where less is left than is taken,
 * and `invalid` for a membership, of which nothing is used up.
 */
export function correctPack(
  world: Desk,
  scope: BusinessScope,
  {
    actor,
    packId,
    reason,
    amount,
    key,
  }: Mend & { amount: number; /** Pressed twice, it is done once. */ key: string },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const pack = await locked(tx, scope, packId);
    if (await hasEntry(tx, scope, { packId, key })) return;
    if (pack.kind === 'membership') throw new AppError('invalid', 'A membership has no balance.');
    if (pack.remaining + amount < 0)
      throw new AppError('conflict', 'Less is left than that.', [{ path: 'amount', message: 'too-much' }]);
    await addPackEntry(tx, scope, {
      ...{ packId, kind: 'corrected', key, amount, reason, now },
      actor: { kind: 'staff', id: actor.userId },
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'pack.correct',
      subject: { kind: 'pack', id: packId, label: pack.label },
      before: { remaining: pack.remaining },
      after: { remaining: pack.remaining + amount, reason },
      now,
    });
    await publish(tx, scope, { kind: 'customers', id: pack.customerId });
  });
}

/** Lets a pack be used until another day, with a reason. Throws `invalid` for a day before it begins. */
export function changeExpiry(
  world: Desk,
  scope: BusinessScope,
  { actor, packId, reason, endsOn }: Mend & { endsOn: string },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const pack = await locked(tx, scope, packId);
    if (endsOn < pack.startsOn)
      throw new AppError('invalid', 'It ends before it begins.', [{ path: 'endsOn', message: 'too-early' }]);
    await extendPack(tx, scope, { id: packId, endsOn });
    await recordAudit(tx, scope, {
      actor,
      action: 'pack.extend',
      subject: { kind: 'pack', id: packId, label: pack.label },
      before: { endsOn: pack.endsOn },
      after: { endsOn, reason },
      now,
    });
    await publish(tx, scope, { kind: 'customers', id: pack.customerId });
  });
}
