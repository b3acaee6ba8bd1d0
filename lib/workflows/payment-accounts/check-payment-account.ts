import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { noteCheck } from '../../payments/commands/note-account';
import { currentAccount } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/** Asks the gateway whether it knows our keys, and notes the answer. Null: all is well, as far as can be told. */
export async function checkPaymentAccount(world: World, scope: BusinessScope): Promise<string | null> {
  const { prisma } = world.database;
  const account = await currentAccount(prisma, scope);
  if (!account) throw new AppError('not-found', 'There is no payment account.');
  const gateway = world.gatewayOf(account);
  // Nobody answers for a UPI address.
  if (!gateway) return null;
  const answer = await gateway.check();
  const problem = answer.ok ? null : answer.reason === 'refused' ? answer.kind : 'unavailable';
  await noteCheck(prisma, scope, { id: account.id, at: world.clock.now(), problem });
  await publish(prisma, scope, { kind: 'setup' });
  return problem;
}
