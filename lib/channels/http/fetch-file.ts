import { type FetchedMedia, ChannelFailure } from '../types';
import { codeOfFault } from '../../kernel/network-faults';
import { failureOfFault, headerOf } from './ask';
import { type HttpAnswer, type HttpClient, longAnswerCode } from './http-client';

/** What staff are shown; WhatsApp lets documents have up to 100 MB, which are not worth a process's memory. */
export const maxMediaBytes = 25 * 1024 * 1024;

/** A large file over a slow line. */
const timeoutMs = 60_000;

const typeForm = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+/i;

/**
 * A file from an address that a provider named. Throws ChannelFailure: `rejected` where it is gone, too large or not there
 * for us, otherwise as the line or the provider's server has it. `mimeType`: as told with the address, if it was.
 */
export async function fetchFile(
  http: HttpClient,
  file: {
    url: string;
    headers: Readonly<Record<string, string>>;
    mimeType?: string | undefined;
    /** Whether the provider may send on to this address, once; the headers stay behind. Nowhere where nothing is said. */
    mayLeadTo?: (location: string) => boolean;
    /** New headers where these are not good any more (401); asked for once. */
    signInAgain?: () => Promise<Readonly<Record<string, string>>>;
  },
): Promise<FetchedMedia> {
  const answer = await asked(http, file.url, file.headers);
  if (answer.status === 401 && file.signInAgain) {
    const { signInAgain, ...rest } = file;
    return fetchFile(http, { ...rest, headers: await signInAgain() });
  }
  const location = headerOf(answer, 'location');
  if (answer.status >= 300 && answer.status <= 399 && location && file.mayLeadTo?.(location))
    return fetchFile(http, { url: location, headers: {}, mimeType: file.mimeType });
  if (answer.status < 200 || answer.status > 299)
    throw new ChannelFailure(
      answer.status === 429 ? 'rate-limited' : answer.status >= 500 ? 'unavailable' : 'rejected',
      `HTTP ${answer.status} instead of the file`,
    );
  const told = file.mimeType ?? headerOf(answer, 'content-type') ?? '';
  return {
    bytes: answer.bytes,
    mimeType: typeForm.exec(told)?.[0].toLowerCase() ?? 'application/octet-stream',
  };
}

/** As `ask`, but there is nothing whose outcome could be unknown: nothing was sent. */
async function asked(
  http: HttpClient,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  try {
    return await http.send({ method: 'GET', url, headers, maxAnswerBytes: maxMediaBytes, timeoutMs });
  } catch (fault) {
    if (codeOfFault(fault) === longAnswerCode)
      throw new ChannelFailure('rejected', `The file has more than ${maxMediaBytes / 1024 / 1024} MiB`);
    const { kind, detail } = failureOfFault(fault);
    throw new ChannelFailure(kind === 'unknown-outcome' ? 'unavailable' : kind, detail);
  }
}

/** Whether an address that a provider named may be asked: its own server, or https beneath one of these domains. */
export function isAddressOf(url: string, apiUrl: string, domains: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (URL.canParse(apiUrl) && origin === new URL(apiUrl).origin) return true;
  return (
    protocol === 'https:' && domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  );
}
