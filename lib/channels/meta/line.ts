import { ask, headerOf, jsonOf, withoutSecrets } from '../http/ask';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client';
import { ChannelFailure } from '../types';
import { errorOf, explanationOf, kindOfRefusal, waitMsOf } from './failures';

/** Where an API that speaks as Meta's does is, and how we sign in there. */
export type MetaLine = {
  http: HttpClient;
  /** What a number's own addresses begin with, e.g. `…/v26.0/106540352242922`; no trailing slash. */
  number: string;
  headers: Readonly<Record<string, string>>;
  /** Must never be seen in a failure. */
  secrets: readonly string[];
};

/**
 * Posts to the number's messages and returns the parsed answer; null where a success cannot be read. Throws ChannelFailure
 * only.
 */
export const call = (line: MetaLine, body: unknown): Promise<unknown> =>
  request(line, { method: 'POST', url: `${line.number}/messages`, json: body });

/** Reads what is at `path` beneath the number; otherwise as `call`. */
export const look = (line: MetaLine, path: string): Promise<unknown> =>
  request(line, { method: 'GET', url: `${line.number}/${path}` });

/** Any call whose refusals are Meta's; otherwise as `call`. */
export async function request(
  line: MetaLine,
  { method, url, json }: { method: HttpRequest['method']; url: string; json?: unknown },
): Promise<unknown> {
  const answer = await ask(line.http, {
    method,
    url,
    headers: { ...line.headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  return readAnswer(line, answer);
}

function readAnswer(line: MetaLine, answer: HttpAnswer): unknown {
  const parsed = jsonOf(answer);
  const error = errorOf(parsed);
  if (answer.status >= 200 && answer.status <= 299 && !error) return parsed;

  const code = error?.code;
  const explanation = error?.error_data?.details ?? error?.message ?? explanationOf(parsed);
  const trace = error?.fbtrace_id === undefined ? '' : ` (trace ${error.fbtrace_id})`;
  const wait = waitMsOf(code, headerOf(answer, 'retry-after'), headerOf(answer, 'date'));
  throw new ChannelFailure(
    kindOfRefusal(answer.status, error),
    hidden(`HTTP ${answer.status}, code ${code ?? 'none'}: ${explanation}${trace}`, line),
    code,
    wait,
  );
}

/** Meta quotes a malformed token in its own error text. */
const hidden = (text: string, { secrets }: MetaLine): string =>
  withoutSecrets(text, secrets).replace(/EAA[A-Za-z0-9]{16,}/g, '[secret]');
