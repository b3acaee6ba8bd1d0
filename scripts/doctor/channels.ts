import { existsSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import type { Env } from '../../lib/env';
import { unseal } from '../../lib/vault/seal';
import { ownSecret } from '../stack/secrets';
import { well, wrong, type Finding } from './finding';

type ChannelRow = {
  key: string;
  provider: string;
  phoneNumberId: string;
  credentials: string;
  pausedReason: string | null;
};

const credentials = z.object({ accessToken: z.string(), appSecret: z.string(), verifyToken: z.string() });
const graphError = z.object({ error: z.object({ message: z.string(), code: z.number() }) });

/** Opens every channel's credentials and asks its provider whether they are accepted. */
export async function checkChannels(client: pg.Client, env: Env): Promise<Finding[]> {
  const { rows } = await client.query<ChannelRow>(
    `SELECT key, provider, phone_number_id AS "phoneNumberId", credentials, paused_reason AS "pausedReason"
     FROM channel ORDER BY key`,
  );
  if (rows.length === 0) return [wrong('Channels', 'none', 'Run: npm run seed')];
  const secret =
    env.NERAM_SECRET ?? (existsSync(path.join(env.dataDir, 'secret')) ? ownSecret(env.dataDir) : null);
  return Promise.all(rows.map((row) => checkChannel(row, secret, env)));
}

async function checkChannel(row: ChannelRow, secret: string | null, env: Env): Promise<Finding> {
  const what = `Channel ${row.key} (${row.provider})`;
  const token = secret ? openToken(row, secret) : null;
  if (!token) {
    const mend = 'Start with the NERAM_SECRET it was saved under, or enter the credentials again.';
    return wrong(what, 'its stored credentials do not open', mend);
  }
  if (row.pausedReason) {
    return wrong(what, `paused: ${row.pausedReason}`, 'Mend that at the provider, then resume the channel.');
  }
  if (row.provider === 'simulator') return well(what, 'credentials open; it talks to the built-in simulator');
  return askGraph(what, row.phoneNumberId, token, env);
}

function openToken(row: ChannelRow, secret: string): string | null {
  try {
    return credentials.parse(JSON.parse(unseal(row.credentials, secret))).accessToken;
  } catch {
    return null;
  }
}

async function askGraph(what: string, phoneNumberId: string, token: string, env: Env): Promise<Finding> {
  const url = `${env.WHATSAPP_API_URL}/${env.WHATSAPP_API_VERSION}/${phoneNumberId}`;
  try {
    const headers = { authorization: `Bearer ${token}` };
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
    const reason = error instanceof Error ? error.message : String(error);
    return wrong(
      what,
      `${env.WHATSAPP_API_URL} cannot be reached (${reason})`,
      'Check the network and WHATSAPP_API_URL.',
    );
  }
}
