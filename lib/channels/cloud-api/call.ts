import { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { beforeSendingCodes } from '../../kernel/network-faults';
import { type ChannelConnection, ChannelFailure, type ChannelFailureKind } from '../types';
import { errorOf, kindOfRefusal, waitMsOf } from './failures';
import { connectTimeoutCode } from './http-client';

/** Faults that happen before a byte of the request has left. */
const beforeSending = new Set([connectTimeoutCode, ...beforeSendingCodes]);

/** An address or token that cannot even be written into a request. */
const neverSendable = new Set([
  'ERR_INVALID_URL',
  'ERR_INVALID_CHAR',
  'ERR_UNESCAPED_CHARACTERS',
  'ERR_INVALID_PROTOCOL',
]);

/**
 * Posts to the channel's messages endpoint and returns the parsed answer; null where a success cannot be read.
 * Throws ChannelFailure only. Nothing of the request goes into a failure: its headers hold the token.
 */
export async function call(
  http: AxiosInstance,
  connection: ChannelConnection,
  body: unknown,
  timeoutMs: number,
): Promise<unknown> {
  const answer = await post(http, connection, body, timeoutMs);
  const parsed = parse(answer.data);
  const error = errorOf(parsed);
  if (answer.status >= 200 && answer.status <= 299 && !error) return parsed;

  const code = error?.code;
  const explanation = error?.error_data?.details ?? error?.message ?? 'no explanation';
  const trace = error?.fbtrace_id === undefined ? '' : ` (trace ${error.fbtrace_id})`;
  const wait = waitMsOf(code, headerOf(answer, 'retry-after'), headerOf(answer, 'date'));
  throw new ChannelFailure(
    kindOfRefusal(answer.status, error),
    withoutSecrets(`HTTP ${answer.status}, code ${code ?? 'none'}: ${explanation}${trace}`, connection),
    code,
    wait,
  );
}

async function post(http: AxiosInstance, connection: ChannelConnection, body: unknown, timeoutMs: number) {
  const { apiUrl, apiVersion, phoneNumberId, accessToken } = connection;
  const url = `${apiUrl}/${encodeURIComponent(apiVersion)}/${encodeURIComponent(phoneNumberId)}/messages`;
  try {
    return await http.post<unknown>(url, body, {
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      // The client's own timeout starts again with every byte of a slow answer; this one does not.
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (fault) {
    throw failureOfFault(fault);
  }
}

function failureOfFault(fault: unknown): ChannelFailure {
  const code = codeOf(fault);
  return new ChannelFailure(kindOfFault(fault, code), `No answer: ${code}`);
}

function kindOfFault(fault: unknown, code: string): ChannelFailureKind {
  if (neverSendable.has(code)) return 'channel-blocked';
  if (beforeSending.has(code)) return 'unavailable';
  const cause = isAxiosError(fault) ? fault.cause : fault;
  // The same codes come from a connection that never was and from one that broke.
  const connecting =
    typeof cause === 'object' && cause !== null && 'syscall' in cause && cause.syscall === 'connect';
  return connecting ? 'unavailable' : 'unknown-outcome';
}

/** The fault's code alone: its message or configuration may quote the request. */
function codeOf(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown fault';
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null; // a page of some gateway; the HTTP status says the rest
  }
}

function headerOf(answer: AxiosResponse<unknown>, name: string): string | undefined {
  const value: unknown = answer.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Meta quotes a malformed token in its own error text. */
function withoutSecrets(text: string, { accessToken, appSecret }: ChannelConnection): string {
  const secrets = [accessToken, appSecret].filter((secret) => secret !== '');
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return hidden.replace(/EAA[A-Za-z0-9]{16,}/g, '[secret]').slice(0, 500);
}
