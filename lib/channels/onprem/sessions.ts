import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask, jsonOf, withoutSecrets } from '../http/ask';
import type { HttpClient } from '../http/http-client';
import { type ConnectionTo, ChannelFailure } from '../types';
import { refusalOf } from './failures';

export type OnPremConnection = ConnectionTo<'onprem'>;

/** Signed in this long before the token ends, so that no call runs into its end. */
const earlyMs = 5 * 60_000;
/** Where the webapp does not say until when: well below the seven days it usually gives. */
const usualMs = 24 * 60 * 60_000;
const maxSessions = 1_000;

const loginSchema = z.looseObject({
  users: z.tuple(
    [z.looseObject({ token: z.string().min(1), expires_after: z.string().optional().catch(undefined) })],
    z.unknown(),
  ),
});

type Session = { token: string; endsAt: number };

export type Sessions = {
  /** A token that is good now; everybody who asks meanwhile waits for the same login. `refused`: one that no longer is. */
  tokenFor(connection: OnPremConnection, refused?: string): Promise<string>;
};

/**
 * Logins at webapps: user and password for a token of some days. Kept in this process alone: another one signs in for
 * itself, and both tokens are good. Throws ChannelFailure. Source: Meta, On-Premises API, "Login and authentication".
 */
export function createSessions(http: HttpClient, now: () => Date): Sessions {
  const sessions = new Map<string, Promise<Session>>();

  const open = (key: string, connection: OnPremConnection): Promise<Session> => {
    if (sessions.size >= maxSessions) sessions.clear();
    const session = logIn(http, connection, now());
    sessions.set(key, session);
    // What failed is tried again by whoever asks next.
    session.catch(() => {
      if (sessions.get(key) === session) sessions.delete(key);
    });
    return session;
  };

  return {
    async tokenFor(connection, refused) {
      const key = keyOf(connection);
      const known = sessions.get(key);
      const session = await (known ?? open(key, connection));
      if (session.token !== refused && session.endsAt - earlyMs > now().getTime()) return session.token;
      // Of those who find it over at once, the first opens the next one and the others find that.
      const next = sessions.get(key);
      const fresh = next === undefined || next === known ? open(key, connection) : next;
      return (await fresh).token;
    },
  };
}

/** A new password is a new session. */
const keyOf = ({ apiUrl, username, password }: OnPremConnection): string =>
  createHash('sha256')
    .update(JSON.stringify([apiUrl, username, password]))
    .digest('hex');

async function logIn(http: HttpClient, connection: OnPremConnection, at: Date): Promise<Session> {
  const { apiUrl, username, password } = connection;
  const answer = await ask(http, {
    method: 'POST',
    url: `${apiUrl}/v1/users/login`,
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: '{}',
  }).catch((error: unknown) => {
    // Nothing was sent to anybody yet.
    if (error instanceof ChannelFailure && error.kind === 'unknown-outcome')
      throw new ChannelFailure('unavailable', `Login: ${error.detail}`);
    throw error;
  });
  const body = jsonOf(answer);
  const refusal = refusalOf(answer.status, body);
  if (refusal) {
    const kind =
      refusal.kind === 'rejected' || refusal.kind === 'unreachable' ? 'channel-blocked' : refusal.kind;
    throw new ChannelFailure(
      kind === 'unknown-outcome' ? 'unavailable' : kind,
      withoutSecrets(`Login: HTTP ${answer.status}, code ${refusal.code ?? 'none'}: ${refusal.explanation}`, [
        password,
        connection.webhookToken,
      ]),
      refusal.code,
    );
  }
  const [user] = loginSchema.safeParse(body).data?.users ?? [];
  if (!user) throw new ChannelFailure('unavailable', 'Login: a success without a token');
  return { token: user.token, endsAt: endOf(user.expires_after) ?? at.getTime() + usualMs };
}

/** `2026-12-01 15:29:26+00:00`, or the same with a T. */
function endOf(expiresAfter: string | undefined): number | null {
  const at = Date.parse((expiresAfter ?? '').trim().replace(' ', 'T'));
  return Number.isNaN(at) ? null : at;
}
