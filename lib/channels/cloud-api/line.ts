import type { HttpClient } from '../http/http-client';
import type { MetaLine } from '../meta/line';
import type { CloudConnection } from '../types';

/** Beneath this are numbers, accounts and media. */
export const graphBase = ({ apiUrl, apiVersion }: CloudConnection): string =>
  `${apiUrl}/${encodeURIComponent(apiVersion)}`;

/** A channel's number at Meta, with its token as bearer. */
export const lineOf = (http: HttpClient, connection: CloudConnection): MetaLine => ({
  http,
  number: `${graphBase(connection)}/${encodeURIComponent(connection.phoneNumberId)}`,
  headers: { authorization: `Bearer ${connection.accessToken}` },
  secrets: [connection.accessToken, connection.appSecret],
});
