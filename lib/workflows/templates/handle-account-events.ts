import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import { finishEvent } from '../../inbox/commands/finish-event';
import { takeAccountEvents } from '../../inbox/commands/take-account-events';
import { publish } from '../../live/publish';
import { scopeOf } from '../../tenancy/scope';
import type { Channel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import { settleTemplate } from '../../templates/commands/settle-template';
import { takePreferences } from '../take-preferences';
import { knownChannel } from '../known-channel';
import type { World } from '../types';
import { alertOf } from '../../messaging/account-alert';
import { recordAlert } from '../../tenancy/commands/note-channel';
import { tellOfAccount } from '../channels/tell-of-account';

/**
 * Deals with what a provider has said of a channel's account: how its templates stand, what has changed of the number or the
 * account (people are told, and the provider is asked for the whole of it), and what its customers said at WhatsApp's own
 * switch for marketing messages. What nobody handles is left alone. Safe to repeat, and to run twice at once.
 */
export async function handleAccountEvents(world: World, job: Jobs['handle-account-events']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const channel = await knownChannel(world, scope, job.channelId);
  // One job stands for however much has come: it goes on until nothing is left.
  while ((await handleSome(world, scope, channel)) > 0);
}

/** Deals with one batch; gives its number. */
function handleSome(world: World, scope: BusinessScope, channel: Channel): Promise<number> {
  const adapter = world.adapterOf(channel.provider);
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    let changed = false;
    const taken = await takeAccountEvents(tx, scope, channel.id);
    for (const { id, payload } of taken) {
      const update = adapter.read(payload);
      if (update?.type === 'preferences') {
        await takePreferences(tx, world, scope, update);
        await finishEvent(tx, scope, { id, status: 'done', now });
        continue;
      }
      if (update?.type === 'account') {
        const told = await tellOfAccount(tx, channel, update, now);
        changed ||= told;
        await finishEvent(tx, scope, { id, status: told ? 'done' : 'ignored', now });
        continue;
      }
      if (update?.type !== 'template') {
        await finishEvent(tx, scope, { id, status: 'ignored', now });
        continue;
      }
      const settled = await settleTemplate(tx, scope, { channelId: channel.id, news: update, now });
      const alert = settled.length > 0 ? alertOf(update) : null;
      if (alert) await recordAlert(tx, scope, { channelId: channel.id, alert, at: now });
      changed ||= settled.length > 0;
      await finishEvent(tx, scope, { id, status: 'done', now });
    }
    if (changed) await publish(tx, scope, { kind: 'setup', id: channel.id });
    return taken.length;
  });
}
