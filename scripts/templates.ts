import { ChannelFailure } from '../lib/channels/types';
import { readEnv } from '../lib/env';
import { findBusinessBySlug, getChannel, listChannels } from '../lib/tenancy/queries';
import { scopeOf } from '../lib/tenancy/scope';
import { listTemplates } from '../lib/templates/queries';
import { submitTemplates } from '../lib/workflows/templates/submit-templates';
import { syncTemplates } from '../lib/workflows/templates/sync-templates';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';
import { requireSecret, visitingWorld } from './stack/visiting-world';

/** `npm run templates -- submit|list [--business slug]`: our templates at the provider of each number of a business. */

const [act, ...rest] = process.argv.slice(2);
if (act !== 'submit' && act !== 'list')
  throw new StopMessage('What about the templates? npm run templates -- submit|list [--business demo]');
const options = readOptions('run templates', rest, { business: 'value' });
const slug = typeof options['business'] === 'string' ? options['business'] : 'demo';

const env = readEnv();
const secret = requireSecret(env);
const visited = await visitDatabase(env);
const simulatorUrl =
  env.NERAM_SIMULATOR_URL ??
  visited.simulatorUrl ??
  `http://127.0.0.1:${String(env.NERAM_SIMULATOR_PORT ?? env.PORT + 1)}`;
const world = visitingWorld({ ...env, NERAM_SIMULATOR_URL: simulatorUrl }, { url: visited.url, secret });
try {
  const businessId = await findBusinessBySlug(world.database.prisma, slug);
  if (!businessId) throw new StopMessage(`There is no business ${JSON.stringify(slug)}.`);
  const scope = scopeOf(businessId);
  const channels = await listChannels(world.database.prisma, scope);
  if (channels.length === 0) throw new StopMessage(`${slug} has no WhatsApp number yet.`);
  for (const { id, label } of channels) {
    const { provider } = await getChannel(world.database.prisma, scope, id);
    console.log(`${label} (${provider})`);
    if (!world.adapterOf(provider).templates) {
      console.log('  this provider keeps no templates');
      continue;
    }
    if (act === 'submit') {
      const { submitted, refused } = await submitTemplates(world, scope, { channelId: id, actor: null });
      for (const { name, language, why } of refused) {
        console.error(`  refused: ${name} (${language}): ${why}`);
        process.exitCode = 1;
      }
      console.log(`  ${String(submitted)} submitted`);
    } else await syncTemplates(world, { businessId, channelId: id });
    for (const one of await listTemplates(world.database.prisma, scope, id))
      console.log(
        `  ${one.name.padEnd(28)} ${one.language}  ${one.status.padEnd(9)} ${one.category}${one.reason ? `  ${one.reason}` : ''}`,
      );
  }
} catch (error) {
  if (!(error instanceof ChannelFailure)) throw error;
  throw new StopMessage(`WhatsApp's provider did not take it: ${error.detail}`);
} finally {
  await world.database.close();
  await visited.stop();
}
