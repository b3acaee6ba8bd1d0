import { ChannelFailure } from '../lib/channels/types';
import { readEnv } from '../lib/env';
import { getChannel, listChannels, findBusinessBySlug } from '../lib/tenancy/queries';
import { scopeOf } from '../lib/tenancy/scope';
import { enteredSecret } from '../lib/workflows/channels/entered-secret';
import type { World } from '../lib/workflows/types';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';
import { reachableHost } from './stack/reachable-host';
import { requireSecret, visitingWorld } from './stack/visiting-world';
import { openTunnel } from './tunnel/open-tunnel';

/**
 * `npm run tunnel [-- --business demo]`: a public address for a Neram that runs on this machine, with the callback address of
 * each of a business's numbers, entered at its provider where that is permitted. Until Ctrl-C.
 */
const options = readOptions('run tunnel', process.argv.slice(2), { business: 'value' });
/** Beside which words a secret is entered with the address. */
const enteredNames = { 'verify-token': 'verify token', header: 'Authorization' } as const;
const slug = typeof options['business'] === 'string' ? options['business'] : 'demo';
const env = readEnv();

const secret = requireSecret(env);
const local = `http://${reachableHost(env.HOST)}:${String(env.PORT)}`;
const alive = await fetch(`${local}/api/health/live`, { signal: AbortSignal.timeout(5_000) }).catch(
  () => null,
);
if (!alive?.ok)
  throw new StopMessage(
    `Nothing answers at ${local}: start Neram first (npm start), and then this beside it.`,
  );

const tunnel = await openTunnel(env.PORT, process.env);
console.log(`${tunnel.url} leads to ${local} (through ${tunnel.by}).\n`);
const visited = await visitDatabase(env);
// What this process tells providers is the tunnel's address; the web process keeps its own.
const world = visitingWorld({ ...env, publicUrl: tunnel.url }, { url: visited.url, secret });
try {
  await showChannels(world);
} finally {
  await world.database.close();
  await visited.stop();
}
console.log(
  `Links in messages, and Twilio's signatures, want the same address: NERAM_PUBLIC_URL=${tunnel.url} npm start\nCtrl-C closes the tunnel.`,
);
const stop = (): void => {
  void tunnel.close().then(() => process.exit(0));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
await tunnel.ended;
throw new StopMessage('The tunnel has closed by itself. Start it again: npm run tunnel');

async function showChannels(world: World): Promise<void> {
  const { prisma } = world.database;
  const businessId = await findBusinessBySlug(prisma, slug);
  if (!businessId) throw new StopMessage(`There is no business ${JSON.stringify(slug)}.`);
  const scope = scopeOf(businessId);
  for (const { id, label } of await listChannels(prisma, scope)) {
    const channel = await getChannel(prisma, scope, id);
    if (channel.provider === 'simulator') {
      console.log(`${label}: the built-in simulator needs no tunnel.\n`);
      continue;
    }
    const connection = world.connectionOf(channel);
    console.log(`${label} (${channel.provider})`);
    console.log(`  callback address  ${connection.webhookUrl}`);
    const entered = enteredSecret(connection);
    if (entered) console.log(`  ${enteredNames[entered.kind].padEnd(17)} ${entered.value}`);
    console.log(`  ${await register(world, channel.provider, connection)}\n`);
  }
}

/** Enters the address at the provider, and says what came of it. */
async function register(
  world: World,
  provider: Parameters<World['adapterOf']>[0],
  connection: ReturnType<World['connectionOf']>,
): Promise<string> {
  const adapter = world.adapterOf(provider);
  if (!adapter.setWebhook) return 'Enter it at the provider’s own pages: it cannot be entered from here.';
  try {
    await adapter.setWebhook(connection);
    return 'entered at the provider: events come here now';
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return `The provider did not take it (${error.detail}). Enter it by hand.`;
  }
}
