import { createVerify } from 'node:crypto';
import { randomId } from '../random-id';
import { refuseGrant } from './refusal';
import type { GoogleWorld } from './world';

const skewMs = 5 * 60_000;

/** The token endpoint. Throws Refusal. */
export function answerToken(world: GoogleWorld, url: string, body: string): unknown {
  const form = new URLSearchParams(body);
  const grant = form.get('grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    return world.newToken(signer(world, url, form.get('assertion') ?? ''));
  if (form.get('client_id') !== world.client.id || form.get('client_secret') !== world.client.secret)
    throw refuseGrant('invalid_client', 'The OAuth client was not found.', 401);
  if (grant === 'refresh_token') {
    const token = form.get('refresh_token') ?? '';
    const person = [...world.people.values()].find(({ refreshTokens }) => refreshTokens.has(token));
    if (!person) throw refuseGrant('invalid_grant', 'Token has been expired or revoked.');
    return world.newToken(person.email);
  }
  if (grant === 'authorization_code') return redeem(world, form);
  throw refuseGrant('unsupported_grant_type', `Invalid grant_type: ${String(grant)}`);
}

/** A code works once, and only for the address that it was sent to. */
function redeem(world: GoogleWorld, form: URLSearchParams): unknown {
  const code = form.get('code') ?? '';
  const given = world.codes.get(code);
  world.codes.delete(code);
  if (!given) throw refuseGrant('invalid_grant', 'Malformed auth code.');
  if (given.redirectUri !== form.get('redirect_uri'))
    throw refuseGrant('redirect_uri_mismatch', 'Bad Request');
  const refreshToken = `1//${randomId(40)}`;
  world.people.get(given.email)?.refreshTokens.add(refreshToken);
  const claims = Buffer.from(JSON.stringify({ email: given.email })).toString('base64url');
  return {
    ...world.newToken(given.email),
    refresh_token: refreshToken,
    scope: given.scope,
    id_token: `e30.${claims}.unsigned`,
  };
}

/** Whose key signed the assertion, within an hour of now by our own clock. */
function signer(world: GoogleWorld, url: string, assertion: string): string {
  const [head = '', claimed = '', signature = ''] = assertion.split('.');
  const claims = JSON.parse(Buffer.from(claimed, 'base64url').toString() || '{}') as Record<string, unknown>;
  const { iss, aud, iat, exp, scope } = claims;
  const key = world.serviceAccounts.get(String(iss));
  if (!key) throw refuseGrant('invalid_grant', 'Invalid grant: account not found');
  if (!createVerify('RSA-SHA256').update(`${head}.${claimed}`).verify(key, signature, 'base64url'))
    throw refuseGrant('invalid_grant', 'Invalid JWT Signature.');
  if (aud !== url) throw refuseGrant('invalid_grant', 'Invalid JWT: Failed audience check.');
  const [from, to] = [Number(iat) * 1000, Number(exp) * 1000];
  if (!(to - from <= 3_600_000) || from > world.now() + skewMs || to < world.now() - skewMs)
    throw refuseGrant(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
  if (!String(scope).includes('auth/calendar')) throw refuseGrant('invalid_scope', 'Empty scope.');
  return String(iss);
}
