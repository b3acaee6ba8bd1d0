import { z } from 'zod';
import type { Clock } from '../../kernel/clock';
import { fail, ok } from '../../kernel/result';
import type { CalendarCredentials } from '../credentials';
import type { CalendarOutcome } from '../types';
import { googleScopes, requestToken, type GoogleAddresses, type GoogleClient } from './access';

type Consent = { addresses: GoogleAddresses; client: GoogleClient; redirectUrl: string; clock: Clock };

/** For the account's mail address, by which its owner knows it. */
const scopes = [...googleScopes, 'openid', 'email'];

/** Where an owner goes to let us into their calendars; Google sends them back with `state` and a code. */
export function consentAddress({ addresses, client, redirectUrl }: Consent, state: string): string {
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUrl,
    response_type: 'code',
    scope: scopes.join(' '),
    access_type: 'offline',
    // Without it a second consent brings no refresh token.
    prompt: 'consent',
    include_granted_scopes: 'true',
    state,
  });
  return `${addresses.consentUrl}?${query.toString()}`;
}

const grantedSchema = z.object({ refresh_token: z.string(), scope: z.string(), id_token: z.string() });
const identitySchema = z.object({ email: z.string() });

/** Turns the code into what is kept. `no-access` where its owner unticked a permission that we cannot do without. */
export async function redeemCode(
  { addresses, client, redirectUrl, clock }: Consent,
  code: string,
): Promise<CalendarOutcome<CalendarCredentials>> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUrl,
    client_id: client.clientId,
    client_secret: client.clientSecret,
  });
  const answer = await requestToken(form, { addresses, clock });
  if (!answer.ok) return answer;
  const granted = grantedSchema.safeParse(answer.value);
  if (!granted.success) return fail({ reason: 'revoked', detail: 'No refresh token was given.' });
  const given = granted.data.scope.split(' ');
  const missing = googleScopes.filter((scope) => !given.includes(scope));
  if (missing.length > 0) return fail({ reason: 'no-access', detail: `Not granted: ${missing.join(' ')}` });
  const identity = identitySchema.safeParse(claimsOf(granted.data.id_token));
  if (!identity.success) return fail({ reason: 'revoked', detail: 'No mail address was given.' });
  return ok({ kind: 'oauth', email: identity.data.email, refreshToken: granted.data.refresh_token });
}

/** Straight from Google over TLS, so its signature need not be checked. Source: OpenID Connect Core §3.1.3.7. */
function claimsOf(idToken: string): unknown {
  try {
    return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
