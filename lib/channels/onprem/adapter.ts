import { createHttpClient } from '../http/http-client';
import { read } from '../meta/read';
import type { ChannelAdapter } from '../types';
import { fetchMedia } from './fetch-media';
import { call, type OnPremLine } from './line';
import { send } from './send';
import { createSessions, type OnPremConnection } from './sessions';
import { split } from './split';
import { verifySignature } from './verify';
import { check, setWebhook } from './webapp';

const defaultTimeoutMs = 10_000;

/**
 * The On-Premises API of one's own webapp, or of a gateway that speaks as it did. `timeoutMs` bounds one whole call. `now`
 * decides when a login is over.
 */
export function createOnPremises(
  options: { timeoutMs?: number; now?: () => Date } = {},
): ChannelAdapter<OnPremConnection> {
  const http = createHttpClient(options.timeoutMs ?? defaultTimeoutMs);
  const line: OnPremLine = { http, sessions: createSessions(http, options.now ?? (() => new Date())) };
  return {
    // An address is not checked; it holds the token.
    verifyAddress: () => null,
    verifySignature,
    split: (_connection, rawBody) => split(rawBody),
    read,
    send: (connection, request) => send(line, connection, request),
    findOrderPayments: () => Promise.resolve(null),
    // It shows no typing.
    async markRead(connection, externalId) {
      const path = `messages/${encodeURIComponent(externalId)}`;
      await call(line, connection, { method: 'PUT', path, json: { status: 'read' } });
    },
    fetchMedia: (connection, mediaId) => fetchMedia(line, connection, mediaId),
    // A gateway may echo it; the webapp does not.
    forgetsMark: true,
    // Templates are kept at Meta's Business Manager, not here.
    templates: null,
    check: (connection) => check(line, connection),
    setWebhook: (connection) => setWebhook(line, connection),
  };
}
