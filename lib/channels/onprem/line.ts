import { ask, headerOf, jsonOf, withoutSecrets } from '../http/ask';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client';
import { waitMsOf } from '../meta/failures';
import { ChannelFailure } from '../types';
import { refusalOf } from './failures';
import type { OnPremConnection, Sessions } from './sessions';

/** A webapp and how it is signed in to. */
export type OnPremLine = { http: HttpClient; sessions: Sessions };

type Call = { method: HttpRequest['method']; path: string; json?: unknown };

/**
 * One call under a token; where the webapp knows the token no more (it forgets all when it is started anew) once more under
 * a new one. Gives whatever answer there is. Throws ChannelFailure where there is none.
 */
async function askSignedIn(
  { http, sessions }: OnPremLine,
  connection: OnPremConnection,
  { method, path, json }: Call,
): Promise<{ answer: HttpAnswer; token: string }> {
  const under = async (token: string) => {
    const answer = await ask(http, {
      method,
      url: `${connection.apiUrl}/v1/${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    return { answer, token };
  };
  const first = await under(await sessions.tokenFor(connection));
  if (first.answer.status !== 401) return first;
  return under(await sessions.tokenFor(connection, first.token));
}

/** As `askSignedIn`, giving the parsed body; null where a success cannot be read. Throws ChannelFailure for a refusal too. */
export async function call(line: OnPremLine, connection: OnPremConnection, of: Call): Promise<unknown> {
  const { answer, token } = await askSignedIn(line, connection, of);
  const body = jsonOf(answer);
  const refusal = refusalOf(answer.status, body);
  if (refusal) throw failureOf(answer, refusal, [token, connection.password, connection.webhookToken]);
  return body;
}

function failureOf(
  answer: HttpAnswer,
  { kind, code, explanation }: NonNullable<ReturnType<typeof refusalOf>>,
  secrets: readonly string[],
): ChannelFailure {
  const wait = waitMsOf(code, headerOf(answer, 'retry-after'), headerOf(answer, 'date'));
  const text = `HTTP ${answer.status}, code ${code ?? 'none'}: ${explanation}`;
  return new ChannelFailure(kind, withoutSecrets(text, secrets), code, wait);
}
