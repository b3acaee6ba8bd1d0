import { createSign } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock';
import { fail, ok } from '../../kernel/result';
import type { CalendarCredentials, ServiceAccount } from '../credentials';
import type { CalendarOutcome } from '../types';
import { ofStatus } from './failures';
import { callGoogle } from './http';

/** The installation's own name at Google, for owners who connect by signing in there. */
export type GoogleClient = { clientId: string; clientSecret: string };

export type GoogleAddresses = {
  /** Base of the Calendar API, no trailing slash: https://www.googleapis.com */
  apiUrl: string;
  tokenUrl: string;
  consentUrl: string;
};

/** Reading calendars' names, and reading and writing their events. Source: calendar reference 1.4. */
export const googleScopes = [
  'https://www.googleapis.com/auth/calendar.events',
  'https://www.googleapis.com/auth/calendar.readonly',
] as const;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });
const grantFault = z.object({ error: z.string() });

/** A token is renewed so long before it ends. */
const marginMs = 5 * 60_000;
/** Google takes signed requests whose time is this far off at most; beyond it the clock is to blame. */
const skewMs = 5 * 60_000;

export type Access = {
  /** A token that works now; `fresh` after one was refused. */
  token(fresh?: boolean): Promise<CalendarOutcome<string>>;
};

/** Gets access tokens for one account, one at a time, and keeps each while it lasts. */
export function openAccess(
  credentials: CalendarCredentials,
  to: { addresses: GoogleAddresses; client: GoogleClient | null; clock: Clock },
): Access {
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<CalendarOutcome<string>> | null = null;
  const ask = async (): Promise<CalendarOutcome<string>> => {
    const form = grantOf(credentials, to);
    if (!form) return fail({ reason: 'revoked', detail: 'This installation has no Google client any more.' });
    const got = await requestToken(form, to);
    if (!got.ok) return got;
    kept = { token: got.value.access_token, until: to.clock.now().getTime() + got.value.expires_in * 1000 };
    return ok(kept.token);
  };
  return {
    async token(fresh = false) {
      if (fresh) kept = null;
      if (kept && kept.until - marginMs > to.clock.now().getTime()) return ok(kept.token);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}

function grantOf(
  credentials: CalendarCredentials,
  { addresses, client, clock }: Parameters<typeof openAccess>[1],
): URLSearchParams | null {
  if (credentials.kind === 'service-account')
    return new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: assertion(credentials, addresses.tokenUrl, clock.now()),
    });
  return (
    client &&
    new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: credentials.refreshToken,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    })
  );
}

/** A request signed with the account's own key. Source: Google, OAuth 2.0 for server to server (RFC 7523). */
function assertion({ email, keyId, privateKey }: ServiceAccount, audience: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'RS256', typ: 'JWT', kid: keyId });
  const claims = part({
    iss: email,
    scope: googleScopes.join(' '),
    aud: audience,
    iat: seconds,
    exp: seconds + 3600,
  });
  const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(privateKey, 'base64url');
  return `${head}.${claims}.${signature}`;
}

/** Asks for tokens with a grant of any kind. `invalid_grant` means that it is dead, or that our clock is wrong. */
export async function requestToken(
  form: URLSearchParams,
  { addresses, clock }: { addresses: GoogleAddresses; clock: Clock },
): Promise<CalendarOutcome<z.infer<typeof tokenSchema> & { [key: string]: unknown }>> {
  const answer = await callGoogle({ method: 'POST', url: addresses.tokenUrl, body: form });
  if (!answer.ok) return answer;
  const { status, body, date } = answer.value;
  const refused = ofStatus(answer.value);
  if (refused && status >= 400 && status < 500 && status !== 429 && status !== 408) {
    const code = grantFault.safeParse(body).data?.error ?? 'no explanation';
    const apartMs = date ? Math.abs(date.getTime() - clock.now().getTime()) : 0;
    return fail({
      reason: code === 'invalid_grant' && apartMs > skewMs ? 'clock' : 'revoked',
      detail: `HTTP ${String(status)} ${code.slice(0, 60)}`,
    });
  }
  if (refused) return refused;
  const read = z.looseObject(tokenSchema.shape).safeParse(body);
  return read.success ? ok(read.data) : fail({ reason: 'unreachable', detail: 'An answer without a token.' });
}
