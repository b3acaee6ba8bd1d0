import { createHttpClient } from '../http/http-client';
import { fetchMedia } from '../meta/fetch-media';
import { findOrderPayments } from '../meta/find-order-payments';
import { markRead } from '../meta/mark-read';
import { read } from '../meta/read';
import { send } from '../meta/send';
import { parseBody, splitBody, type Fields } from '../meta/split';
import type { ChannelAdapter } from '../types';
import { check, setWebhook } from './check';
import { lineOf, type D360Connection } from './line';
import { createTemplateDesk } from './templates';
import { verifySignature } from './verify';

const defaultTimeoutMs = 10_000;
const metasFiles = 'https://lookaside.fbsbx.com';

/** 360dialog, which speaks as Meta does at addresses of its own. `timeoutMs` bounds one whole call. */
export function createD360(options: { timeoutMs?: number } = {}): ChannelAdapter<D360Connection> {
  const http = createHttpClient(options.timeoutMs ?? defaultTimeoutMs);
  return {
    // No challenge is made when the address is set.
    verifyAddress: () => null,
    verifySignature,
    split(connection, rawBody) {
      const body = parseBody(rawBody);
      return body && splitBody(body, (metadata) => isOurs(connection, metadata));
    },
    read,
    findOrderPayments: (connection, order) => findOrderPayments(lineOf(http, connection), order),
    send: (connection, request) => send(lineOf(http, connection), request),
    markRead: (connection, externalId, how) => markRead(lineOf(http, connection), externalId, how),
    // The file itself is behind 360dialog as well. Source: 360dialog, "Media".
    fetchMedia: (connection, mediaId) =>
      fetchMedia(lineOf(http, connection), {
        base: connection.apiUrl,
        mediaId,
        readdressed: (url) =>
          url.startsWith(`${metasFiles}/`) ? connection.apiUrl + url.slice(metasFiles.length) : url,
      }),
    templates: createTemplateDesk(http),
    check: (connection) => check(http, connection),
    setWebhook: (connection) => setWebhook(http, connection),
  };
}

/**
 * One address may be set for a whole account, and so bring other numbers' events. An owner at 360dialog may know the number
 * but not Meta's id of it.
 */
const isOurs = (
  { phoneNumberId }: D360Connection,
  { phone_number_id: id, display_phone_number: shown }: Fields,
): boolean =>
  id === phoneNumberId || (typeof shown === 'string' && shown.replace(/\D/g, '') === phoneNumberId);
