import { existsSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import pino from 'pino';
import type { Env } from '../../lib/env';
import { dashboardMessages, dashboardText } from '../../lib/i18n/dashboard-messages';
import { type Finding as ChannelFinding, isRight } from '../../lib/messaging/finding';
import { getChannel } from '../../lib/tenancy/queries';
import { scopeOf } from '../../lib/tenancy/scope';
import type { World } from '../../lib/workflows/types';
import { worldFromEnv } from '../../lib/workflows/world-from-env';
import { ownSecret } from '../stack/secrets';
import { well, wrong, type Finding } from './finding';

type ChannelRow = {
  businessId: string;
  id: string;
  key: string;
  provider: string;
  pausedReason: string | null;
};

/** Opens every channel's credentials and asks its provider how the channel stands, as its page in the settings does. */
export async function checkChannels(client: pg.Client, env: Env, url: string): Promise<Finding[]> {
  const { rows } = await client.query<ChannelRow>(
    `SELECT business_id AS "businessId", id, key, provider, paused_reason AS "pausedReason"
     FROM channel WHERE archived_at IS NULL ORDER BY key`,
  );
  if (rows.length === 0) return [wrong('Channels', 'none', 'Run: npm run seed')];
  const secret =
    env.NERAM_SECRET ?? (existsSync(path.join(env.dataDir, 'secret')) ? ownSecret(env.dataDir) : null);
  if (secret === null) return rows.map((row) => unopened(row));
  const world = worldFromEnv(
    { ...env, DATABASE_URL: url, DATABASE_DIRECT_URL: url, NERAM_SECRET: secret },
    pino({ level: 'silent' }),
    { connections: 2, way: 'direct' },
  );
  try {
    return (await Promise.all(rows.map((row) => checkChannel(world, row)))).flat();
  } finally {
    await world.database.close();
  }
}

const nameOf = (row: ChannelRow): string => `Channel ${row.key} (${row.provider})`;

const unopened = (row: ChannelRow): Finding =>
  wrong(
    nameOf(row),
    'its stored credentials do not open',
    'Start with the NERAM_SECRET it was saved under, or enter the credentials again.',
  );

async function checkChannel(world: World, row: ChannelRow): Promise<Finding[]> {
  const channel = await getChannel(world.database.prisma, scopeOf(row.businessId), row.id);
  let connection: ReturnType<World['connectionOf']>;
  try {
    connection = world.connectionOf(channel);
  } catch {
    return [unopened(row)];
  }
  const paused = row.pausedReason;
  const first =
    paused === null
      ? []
      : [
          wrong(
            nameOf(row),
            `paused: ${paused}`,
            'Mend that at the provider; the next message ends the pause.',
          ),
        ];
  if (channel.provider === 'simulator')
    return [...first, well(nameOf(row), 'credentials open; it talks to the built-in simulator')];
  const findings = await world.adapterOf(channel.provider).check(connection);
  return [...first, ...findings.map((finding) => worded(nameOf(row), finding))];
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
  // A finding that is wrong has its mending in the catalogue; a test of the page's words would fail otherwise.
  return wrong(
    what,
    `${found}${said}`,
    mend in words ? text(mend as Parameters<typeof text>[0], params) : '',
  );
}
