import { ask, headerOf, jsonOf, withoutSecrets } from '../http/ask';
import type { HttpClient, HttpRequest } from '../http/http-client';
import { type ConnectionTo, ChannelFailure } from '../types';
import { errorOf, kindOfRefusal, waitMsOf } from './failures';

export type TwilioConnection = ConnectionTo<'twilio'>;

export const signInOf = ({ accountSid, authToken }: TwilioConnection): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
});

type Call = { method: HttpRequest['method']; url: string; form?: URLSearchParams; json?: unknown };

/**
 * One call of any of Twilio's APIs. Gives the parsed answer; null where a success cannot be read. Throws ChannelFailure only.
 * Source: Twilio, "Twilio API requests" and "Twilio's response".
 */
export async function call(http: HttpClient, connection: TwilioConnection, of: Call): Promise<unknown> {
  const answer = await ask(http, {
    method: of.method,
    url: of.url,
    headers: { ...signInOf(connection), ...typeOf(of) },
    ...bodyOf(of),
  });
  const parsed = jsonOf(answer);
  if (answer.status >= 200 && answer.status <= 299) return parsed;

  const error = errorOf(parsed);
  const code = error?.code;
  throw new ChannelFailure(
    kindOfRefusal(answer.status, code),
    withoutSecrets(`HTTP ${answer.status}, code ${code ?? 'none'}: ${error?.message ?? 'no explanation'}`, [
      connection.authToken,
    ]),
    code,
    waitMsOf(code, headerOf(answer, 'retry-after')),
  );
}

/** The account's own part of the messaging API. */
export const accountUrl = ({ apiUrl, accountSid }: TwilioConnection): string =>
  `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;

/** Templates are kept by a server of their own; a stand-in is both. */
export const contentUrl = ({ apiUrl }: TwilioConnection): string =>
  `${apiUrl.replace(/^https:\/\/api\.twilio\.com$/, 'https://content.twilio.com')}/v1`;

const typeOf = ({ form, json }: Call): Record<string, string> => {
  if (form) return { 'content-type': 'application/x-www-form-urlencoded' };
  return json === undefined ? {} : { 'content-type': 'application/json' };
};

const bodyOf = ({ form, json }: Call): { body?: string } => {
  if (form) return { body: form.toString() };
  return json === undefined ? {} : { body: JSON.stringify(json) };
};
