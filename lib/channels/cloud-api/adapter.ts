import { createHttpClient } from '../http/http-client';
import { fetchMedia } from '../meta/fetch-media';
import { findOrderPayments } from '../meta/find-order-payments';
import { markRead } from '../meta/mark-read';
import { read } from '../meta/read';
import { send } from '../meta/send';
import { split } from '../meta/split';
import type { ChannelAdapter, CloudConnection } from '../types';
import { check } from './check/check';
import { graphBase, lineOf } from './line';
import { setWebhook } from './set-webhook';
import { templateDesk } from './template-desk';
import { verifyAddress, verifySignature } from './verify';

const defaultTimeoutMs = 10_000;

/**
 * Meta's own API. `timeoutMs` bounds one whole call, connecting included; half of it the connecting alone. `now` tells how
 * long a token has still to live.
 */
export function createCloudApi(
  options: { timeoutMs?: number; now?: () => Date } = {},
): ChannelAdapter<CloudConnection> {
  const http = createHttpClient(options.timeoutMs ?? defaultTimeoutMs);
  const now = options.now ?? (() => new Date());
  return {
    verifyAddress,
    verifySignature,
    split,
    read,
    findOrderPayments: (connection, order) => findOrderPayments(lineOf(http, connection), order),
    send: (connection, request) => send(lineOf(http, connection), request),
    markRead: (connection, externalId, how) => markRead(lineOf(http, connection), externalId, how),
    fetchMedia: (connection, mediaId) =>
      fetchMedia(lineOf(http, connection), { base: graphBase(connection), mediaId }),
    templates: templateDesk(http),
    check: (connection) => check(http, connection, now()),
    setWebhook: (connection) => setWebhook(http, connection, now()),
  };
}

/** The adapter that everybody shares, and with it its connections. */
export const cloudApi: ChannelAdapter<CloudConnection> = createCloudApi();
