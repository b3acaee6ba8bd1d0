import { ask, headerOf, jsonOf, withoutSecrets } from '../http/ask';
import type { HttpClient, HttpRequest } from '../http/http-client';
import { waitMsOf } from '../meta/failures';
import { ChannelFailure, type ConnectionTo } from '../types';
import { kindOfRefusal, refusalOf } from './failures';

export type GupshupConnection = ConnectionTo<'gupshup'>;

type Call = {
  method: HttpRequest['method'];
  /** Beneath the base address, with its leading slash. */
  path: string;
  form?: Readonly<Record<string, string>>;
};

/**
 * One call of the self-serve API: the key in a header, fields as a form, JSON back; null where a success cannot be read.
 * Throws ChannelFailure only. Source: Gupshup, "WhatsApp messaging API".
 */
export async function call(
  http: HttpClient,
  connection: GupshupConnection,
  { method, path, form }: Call,
): Promise<unknown> {
  const answer = await ask(http, {
    method,
    url: `${connection.apiUrl}${path}`,
    headers: {
      apikey: connection.apiKey,
      accept: 'application/json',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form && { body: new URLSearchParams(form).toString() }),
  });
  const parsed = jsonOf(answer);
  const refusal = refusalOf(parsed);
  if (answer.status >= 200 && answer.status <= 299 && !refusal) return parsed;
  const code = refusal?.code;
  const said = `HTTP ${answer.status}, code ${code ?? 'none'}: ${refusal?.message ?? 'no explanation'}`;
  throw new ChannelFailure(
    kindOfRefusal(answer.status, refusal),
    withoutSecrets(said, secretsOf(connection)),
    code,
    waitMsOf(code, headerOf(answer, 'retry-after'), headerOf(answer, 'date')),
  );
}

/** What no failure may show. */
const secretsOf = ({ apiKey, webhookToken }: GupshupConnection): string[] => [apiKey, webhookToken];
