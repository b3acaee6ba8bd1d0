import { createHttpClient } from '../http/http-client';
import type { ChannelAdapter, ConnectionTo } from '../types';
import { check } from './check';
import { createContentFinder } from './content-finder';
import { fetchMedia } from './fetch-media';
import { read } from './read';
import { numbers } from './render';
import { send } from './send';
import { split } from './split';
import { templateDesk } from './templates';
import { verifySignature } from './verify';

const defaultTimeoutMs = 10_000;

/**
 * WhatsApp through Twilio. It has no buttons, lists or links of the moment: they go as numbered text. `timeoutMs` bounds
 * one whole call. `now` dates what Twilio brings without a time.
 */
export function createTwilio(
  options: { timeoutMs?: number; now?: () => Date } = {},
): ChannelAdapter<ConnectionTo<'twilio'>> {
  const http = createHttpClient(options.timeoutMs ?? defaultTimeoutMs);
  const now = options.now ?? (() => new Date());
  const findContent = createContentFinder(http, now);
  return {
    // An address is not checked; the signature of every event is.
    verifyAddress: () => null,
    verifySignature,
    split: (connection, rawBody, query = new URLSearchParams()) => split(connection, rawBody, query, now()),
    read,
    send: (connection, request) => send(http, findContent, connection, request),
    findOrderPayments: () => Promise.resolve(null),
    // There is no documented call for it.
    markRead: () => Promise.resolve(),
    fetchMedia: (connection, mediaId) => fetchMedia(http, connection, mediaId),
    numbers,
    templates: templateDesk(http),
    check: (connection) => check(http, connection),
  };
}
