import { listBusinesses } from '../../lib/tenancy/queries';
import { currentAccount } from '../../lib/payments/queries';
import { scopeOf } from '../../lib/tenancy/scope';
import type { World } from '../../lib/workflows/types';
import { well, wrong, type Finding } from './finding';

/** The payment account of each business: whether its keys open, and whether the gateway knows them. */
export async function checkGateways(world: World): Promise<Finding[]> {
  const { prisma } = world.database;
  const findings: Finding[] = [];
  for (const { id, slug } of await listBusinesses(prisma)) {
    const account = await currentAccount(prisma, scopeOf(id));
    if (!account) continue;
    const what = `Payments of ${slug} (${account.gateway})`;
    if (account.mode === 'built-in') findings.push(well(what, 'the built-in stand-in: no money moves'));
    else findings.push(await ask(what, () => world.gatewayOf(account)));
  }
  return findings;
}

async function ask(what: string, open: () => ReturnType<World['gatewayOf']>): Promise<Finding> {
  let gateway: ReturnType<World['gatewayOf']>;
  try {
    gateway = open();
  } catch {
    const mend =
      'Start with the NERAM_SECRET they were saved under, or enter them again: Settings, Payments.';
    return wrong(what, 'its stored keys do not open', mend);
  }
  if (!gateway) return well(what, 'money goes straight to a UPI address; nobody is asked');
  const answer = await gateway.check();
  if (answer.ok) return well(what, 'the gateway accepts its keys');
  return answer.reason === 'refused'
    ? wrong(
        what,
        `the gateway refuses: ${answer.kind}`,
        'Make new keys at the gateway and save them: Settings, Payments.',
      )
    : wrong(what, 'the gateway does not answer', 'Check the network, and the gateway’s own status page.');
}
