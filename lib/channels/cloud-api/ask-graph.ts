import type { HttpClient, HttpRequest } from '../http/http-client';
import { request } from '../meta/line';
import type { CloudConnection } from '../types';
import { graphBase, lineOf } from './line';

export type GraphCall = {
  method?: HttpRequest['method'];
  /** Beneath the API's version. */
  path: string;
  query?: Readonly<Record<string, string>>;
  json?: unknown;
  /** Another token than the channel's own. */
  token?: string;
};

/** Any call beneath the API's version. Gives the parsed answer; null where a success cannot be read. Throws ChannelFailure. */
export function askGraph(
  http: HttpClient,
  connection: CloudConnection,
  { method = 'GET', path, query = {}, json, token }: GraphCall,
): Promise<unknown> {
  const line = lineOf(http, connection);
  const rest = new URLSearchParams(query).toString();
  return request(token === undefined ? line : { ...line, headers: { authorization: `Bearer ${token}` } }, {
    method,
    url: `${graphBase(connection)}/${path}${rest === '' ? '' : `?${rest}`}`,
    ...(json !== undefined && { json }),
  });
}
