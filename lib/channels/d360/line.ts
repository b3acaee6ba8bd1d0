import type { HttpClient } from '../http/http-client';
import type { MetaLine } from '../meta/line';
import type { ConnectionTo } from '../types';

export type D360Connection = ConnectionTo<'d360'>;

/** The key names the number, so nothing of it is in the address. Source: 360dialog, "Messaging API". */
export const lineOf = (http: HttpClient, connection: D360Connection): MetaLine => ({
  http,
  number: connection.apiUrl,
  headers: { 'D360-API-KEY': connection.apiKey },
  secrets: [connection.apiKey, connection.webhookSecret, connection.partnerSecret ?? ''],
});
