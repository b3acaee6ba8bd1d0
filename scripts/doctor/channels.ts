import type pg from 'pg';
import { z } from 'zod';
import { ChannelFailure, type ChannelConnection } from '../../lib/channels/types';
import type { Env } from '../../lib/env';
import { getChannel, type Channel } from '../../lib/tenancy/queries';
import { scopeOf } from '../../lib/tenancy/scope';
import type { World } from '../../lib/workflows/types';
import { reasonOf } from './address';
import { well, wrong, type Finding } from './finding';
import { checkWebhook } from './webhooks';

type Row = { businessId: string; id: string; lastEventAt: Date | null; bad: number; approved: number };

const graphError = z.object({ error: z.object({ message: z.string(), code: z.number() }) });

/**
 * Every channel of the installation: whether its credentials open, whether its provider takes them, whether its webhook is
 * reached, and how its templates stand.
 */
export async function checkChannels(client: pg.Client, world: World, env: Env): Promise<Finding[]> {
  const { rows } = await client.query<Row>(
    `SELECT c.business_id AS "businessId", c.id,
       (SELECT max(received_at) FROM inbound_event e WHERE e.business_id = c.business_id AND e.channel_id = c.id
         AND e.received_at > now() - interval '30 days') AS "lastEventAt",
       (SELECT count(*)::int FROM template t WHERE t.business_id = c.business_id AND t.channel_id = c.id
         AND t.status IN ('rejected', 'paused', 'disabled')) AS bad,
       (SELECT count(*)::int FROM template t WHERE t.business_id = c.business_id AND t.channel_id = c.id
         AND t.status = 'approved') AS approved
     FROM channel c ORDER BY c.key`,
  );
  if (rows.length === 0)
    return [wrong('Channels', 'none', 'Connect a number, or fill in the demo: npm run seed')];
  const findings: Finding[] = [];
  for (const row of rows) {
    const channel = await getChannel(world.database.prisma, scopeOf(row.businessId), row.id);
    findings.push(...(await checkChannel(channel, row, world, env)));
  }
  return findings;
}

async function checkChannel(channel: Channel, row: Row, world: World, env: Env): Promise<Finding[]> {
  const what = `Channel ${channel.key} (${channel.provider})`;
  const connection = opened(world, channel);
  if (!connection) {
    const mend = 'Start with the NERAM_SECRET it was saved under, or enter the credentials again.';
    return [wrong(what, 'its stored credentials do not open', mend)];
  }
  if (channel.pausedReason) {
    const mend = 'Mend that at the provider; the first message that goes through ends the pause.';
    return [wrong(what, `paused: ${channel.pausedReason}`, mend)];
  }
  if (channel.provider === 'simulator')
    return [well(what, 'credentials open; it talks to the built-in simulator')];
  return [
    channel.provider === 'cloud-api'
      ? await askGraph(what, connection, env)
      : await askTemplates(what, world, channel, connection),
    await checkWebhook(channel, connection, { publicUrl: env.publicUrl, lastEventAt: row.lastEventAt }),
    ...(world.adapterOf(channel.provider).templates ? [judgeTemplates(channel.key, row)] : []),
  ];
}

function opened(world: World, channel: Channel): ChannelConnection | null {
  try {
    return world.connectionOf(channel);
  } catch {
    return null;
  }
}

async function askGraph(what: string, connection: ChannelConnection, env: Env): Promise<Finding> {
  if (!('accessToken' in connection)) throw new Error('The Cloud API is reached by an access token.');
  const url = `${env.WHATSAPP_API_URL}/${env.WHATSAPP_API_VERSION}/${connection.phoneNumberId}`;
  try {
    const headers = { authorization: `Bearer ${connection.accessToken}` };
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return well(what, 'the provider accepts its token and knows its number');
    const body = graphError.safeParse(await answer.json().catch(() => null));
    const { message, code } = body.data?.error ?? { message: `status ${String(answer.status)}`, code: 0 };
    const mend =
      code === 190 || answer.status === 401
        ? 'Make a new permanent token (system user, whatsapp_business_messaging) and save it.'
        : 'Check the phone number id and that the token’s system user may use this number.';
    return wrong(what, `the provider refuses: ${message}`, mend);
  } catch (error) {
    const found = `${env.WHATSAPP_API_URL} cannot be reached (${reasonOf(error)})`;
    return wrong(what, found, 'Check the network and WHATSAPP_API_URL.');
  }
}

/** The cheapest thing to ask of the providers that are not Meta: their list of our templates. */
async function askTemplates(
  what: string,
  world: World,
  channel: Channel,
  connection: ChannelConnection,
): Promise<Finding> {
  const { templates } = world.adapterOf(channel.provider);
  if (!templates)
    return well(what, 'credentials open; this provider answers no question before a message is sent');
  try {
    await templates.list(connection);
    return well(what, 'the provider accepts its credentials');
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return error.kind === 'channel-blocked' || error.kind === 'rejected'
      ? wrong(what, `the provider refuses: ${error.detail}`, 'Make a new key at the provider and save it.')
      : wrong(what, error.detail, 'Check the network and the provider’s address.');
  }
}

/** Without an approved template nobody is written to once 24 hours have passed. */
export function judgeTemplates(key: string, { bad, approved }: { bad: number; approved: number }): Finding {
  const what = `Templates of ${key}`;
  if (bad > 0)
    return wrong(
      what,
      `${String(bad)} rejected, paused or disabled`,
      'Settings, Templates says why; reword and submit them again.',
    );
  return approved > 0
    ? well(what, `${String(approved)} approved`)
    : wrong(
        what,
        'none approved: reminders cannot go out once 24 hours have passed',
        'Run: npm run templates -- submit --business <slug>',
      );
}
