import type pg from 'pg';
import type { ChannelConnection } from '../../lib/channels/types';
import type { Env } from '../../lib/env';
import { dashboardMessages, dashboardText } from '../../lib/i18n/dashboard-messages';
import { type Finding as ChannelFinding, isRight } from '../../lib/messaging/finding';
import { getChannel, type Channel } from '../../lib/tenancy/queries';
import { scopeOf } from '../../lib/tenancy/scope';
import type { World } from '../../lib/workflows/types';
import { well, wrong, type Finding } from './finding';
import { checkWebhook } from './webhooks';

type Row = { businessId: string; id: string; lastEventAt: Date | null; bad: number; approved: number };

/**
 * Every channel in use: whether its credentials open, what its provider says of it (as its page in the settings shows it),
 * whether its webhook is reached, and how its templates stand.
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
     FROM channel c WHERE c.archived_at IS NULL ORDER BY c.key`,
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
    ...(await world.adapterOf(channel.provider).check(connection)).map((finding) => worded(what, finding)),
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

const text = dashboardText('en', 'channels');
const words: Readonly<Record<string, string>> = dashboardMessages('en', ['channels']).channels ?? {};

/** In the words of the settings' page. What is neither right nor wrong is told and mends nothing. */
function worded(name: string, finding: ChannelFinding): Finding {
  const params = { phone: '', name: '', state: '', ...finding.params };
  const what = `${name} · ${text(`what_${finding.what}`)}`;
  const said = finding.detail === null ? '' : ` (${finding.detail})`;
  const found = text(`found_${finding.code}`, params);
  if (finding.code === 'no-answer')
    return wrong(
      what,
      `the provider cannot be reached${said}`,
      'Check the network and the provider’s address.',
    );
  if (isRight(finding) !== false) return well(what, found);
  const mend = `mend_${finding.code}`;
  // What is wrong has its mending in the catalogue, and the catalogue's keys are the type.
  return wrong(
    what,
    `${found}${said}`,
    mend in words ? text(mend as Parameters<typeof text>[0], params) : '',
  );
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
