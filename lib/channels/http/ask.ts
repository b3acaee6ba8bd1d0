import { jsonOrNull } from '../../kernel/json';
import { beforeSendingCodes, codeOfFault } from '../../kernel/network-faults';
import { ChannelFailure, type ChannelFailureKind } from '../types';
import { connectTimeoutCode, type HttpAnswer, type HttpClient, type HttpRequest } from './http-client';

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
 * The provider's answer, whatever its status. Throws ChannelFailure only where there is none. Nothing of the request goes
 * into a failure: its headers hold the token.
 */
export async function ask(http: HttpClient, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await http.send(request);
  } catch (fault) {
    throw failureOfFault(fault);
  }
}

/** What a call that got no whole answer comes to. */
export function failureOfFault(fault: unknown): ChannelFailure {
  const code = codeOfFault(fault);
  return new ChannelFailure(kindOfFault(fault, code), `No answer: ${code}`);
}

function kindOfFault(fault: unknown, code: string): ChannelFailureKind {
  if (neverSendable.has(code)) return 'channel-blocked';
  if (beforeSending.has(code)) return 'unavailable';
  // The same codes come from a connection that never was and from one that broke.
  const connecting =
    typeof fault === 'object' && fault !== null && 'syscall' in fault && fault.syscall === 'connect';
  return connecting ? 'unavailable' : 'unknown-outcome';
}

/** The answer as JSON; null where it is none: a page of some gateway, of which the HTTP status says the rest. */
export const jsonOf = ({ bytes }: HttpAnswer): unknown => jsonOrNull(bytes.toString('utf8'));

export function headerOf(answer: HttpAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** A provider's own words without what it may quote of ours; short enough to be kept. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return hidden.slice(0, 500);
}
