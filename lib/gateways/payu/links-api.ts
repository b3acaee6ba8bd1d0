import { ok } from '../../kernel/result';
import { outcomeUnknown, refused } from '../outcome';
import type { Outcome, PayuLinksAccount } from '../types';
import { type Call, type Http, ofStatus } from '../http';
import { linkAnswerSchema, tokenSchema } from './schema';

/** Calls Payment Links: gives an answer's `result`. */
export type LinksApi = (method: Call['method'], path: string, body?: object) => Promise<Outcome<unknown>>;

const scope = 'create_payment_links update_payment_links read_payment_links';
/** A token is renewed so long before its end. */
const marginMs = 60_000;

/**
 * Signs in with the client's id and secret and keeps the token for as long as it says; a refused one is renewed once.
 * Source: payments reference 2.7.
 */
export function createLinksApi(http: Http, account: PayuLinksAccount, now: () => Date): LinksApi {
  let token: { text: string; until: number } | null = null;

  const signIn = async (): Promise<Outcome<string>> => {
    if (token && token.until > now().getTime()) return ok(token.text);
    const body = new URLSearchParams({
      client_id: account.clientId,
      client_secret: account.clientSecret,
      grant_type: 'client_credentials',
      scope,
    });
    const answer = await http({ method: 'POST', url: `${account.accountsUrl}/oauth/token`, body });
    if (!answer.ok) return answer;
    const { status } = answer.value;
    if (status === 400) return refused('unauthorised', 'The client id or secret is wrong');
    const failure = ofStatus(status, 'signing in');
    // Nothing but a sign-in was sent: whatever went wrong, no link came of it.
    if (failure) return status >= 500 ? refused('unavailable', `HTTP ${status}: signing in`) : failure;
    const parsed = tokenSchema.safeParse(answer.value.body);
    if (!parsed.success) return refused('unavailable', 'A token that cannot be read');
    token = {
      text: parsed.data.access_token,
      until: now().getTime() + parsed.data.expires_in * 1000 - marginMs,
    };
    return ok(token.text);
  };

  const callOnce: LinksApi = async (method, path, body) => {
    const signedIn = await signIn();
    // A lost sign-in has made nothing.
    if (!signedIn.ok)
      return signedIn.reason === 'refused' ? signedIn : refused('unavailable', signedIn.detail);
    const answer = await http({
      method,
      url: `${account.linksUrl}${path}`,
      headers: {
        authorization: `Bearer ${signedIn.value}`,
        merchantId: account.merchantId,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) return answer;
    return resultOf(answer.value.status, answer.value.body, [account.clientSecret, signedIn.value]);
  };

  return async (method, path, body) => {
    const first = await callOnce(method, path, body);
    if (first.ok || first.reason !== 'refused' || first.kind !== 'unauthorised' || !token) return first;
    token = null;
    return callOnce(method, path, body);
  };
}

function resultOf(status: number, body: unknown, secrets: readonly string[]): Outcome<unknown> {
  const parsed = linkAnswerSchema.safeParse(body).data;
  const message = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), parsed?.message ?? 'no explanation');
  if (status !== 401 && /already exists/i.test(message)) return refused('duplicate', message.slice(0, 200));
  if (status < 500 && /not found|does not exist|no .*link/i.test(message))
    return refused('not-found', message.slice(0, 200));
  const failure = ofStatus(status, message.slice(0, 200));
  if (failure) return failure;
  if (!parsed) return outcomeUnknown('An answer that cannot be read');
  return parsed.status === 0 ? ok(parsed.result) : refused('invalid', message.slice(0, 200));
}
