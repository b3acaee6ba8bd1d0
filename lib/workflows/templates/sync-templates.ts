import { addJob, type Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { getChannel } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import { settleMissing, settleTemplate } from '../../templates/commands/settle-template';
import { listChannelsToAsk, listTemplates } from '../../templates/queries';
import type { World } from '../types';

const dayMs = 24 * 3_600_000;

/** Has every provider asked about templates: hourly while some are in review, otherwise once a day. */
export async function syncAllTemplates(world: World): Promise<void> {
  const { prisma } = world.database;
  const quietSince = new Date(world.clock.now().getTime() - dayMs);
  for (const channel of await listChannelsToAsk(prisma, quietSince))
    await addJob(prisma, 'sync-templates', channel, { key: `sync-templates:${channel.channelId}` });
}

/**
 * Asks a channel's provider how our templates stand and writes it down: for webhooks that never came. Throws when it cannot
 * be asked; the queue tries again. Safe to repeat.
 */
export async function syncTemplates(world: World, job: Jobs['sync-templates']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const channel = await getChannel(world.database.prisma, scope, job.channelId);
  const desk = world.adapterOf(channel.provider).templates;
  if (!desk) return;
  const asked = world.clock.now();
  const listed = await desk.list(world.connectionOf(channel));
  await transaction(world.database, async (tx) => {
    // A webhook that came while the list was on its way knows better than the list.
    const ours = await listTemplates(tx, scope, channel.id);
    const newer = new Set(
      ours
        .filter(({ syncedAt }) => syncedAt !== null && syncedAt > asked)
        .map(({ name, language }) => `${name} ${language}`),
    );
    for (const { externalId, name, language, status, category, reason } of listed) {
      if (newer.has(`${name} ${language}`)) continue;
      await settleTemplate(tx, scope, {
        channelId: channel.id,
        news: {
          name,
          language,
          externalId,
          status,
          ...(category && { category }),
          ...(reason && { reason }),
        },
        now: asked,
      });
    }
    const known = [...listed, ...ours.filter(({ name, language }) => newer.has(`${name} ${language}`))];
    await settleMissing(tx, scope, { channelId: channel.id, listed: known, now: asked });
    await publish(tx, scope, { kind: 'setup', id: channel.id });
  });
}
