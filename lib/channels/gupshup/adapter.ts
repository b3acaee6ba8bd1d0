import { createHttpClient } from '../http/http-client';
import { fetchFile, isAddressOf } from '../http/fetch-file';
import { type ChannelAdapter, ChannelFailure } from '../types';
import { check, setWebhook } from './check';
import { call, type GupshupConnection } from './line';
import { read } from './read';
import { send } from './send';
import { split } from './split';
import { createTemplateIds } from './template-ids';
import { createTemplateDesk } from './templates';
import { verifySignature } from './verify';

const defaultTimeoutMs = 10_000;
/** Where Gupshup keeps customers' files; nowhere else is one fetched from. */
const fileDomains = ['gupshup.io', 'smsgupshup.com'];

/** Gupshup's self-serve API. `timeoutMs` bounds one whole call, connecting included. */
export function createGupshup(
  options: { timeoutMs?: number; nowMs?: () => number } = {},
): ChannelAdapter<GupshupConnection> {
  const http = createHttpClient(options.timeoutMs ?? defaultTimeoutMs);
  const templateIds = createTemplateIds(http, options.nowMs ?? Date.now);
  return {
    // It asks nothing when the address is set; a check of its own is answered 200 like every event.
    verifyAddress: () => null,
    verifySignature,
    split,
    read,
    findOrderPayments: () => Promise.resolve(null),
    send: (connection, request) => send(http, templateIds, connection, request),
    // There is no "typing" here. Source: Gupshup, "Mark message as read".
    async markRead(connection, externalId) {
      const path = `/wa/app/${encodeURIComponent(connection.appId)}/msg/${encodeURIComponent(externalId)}/read`;
      await call(http, connection, { method: 'PUT', path });
    },
    /** The id of a file is its address, open to whoever has it and gone after some days. */
    async fetchMedia({ apiUrl }, mediaId) {
      if (!isAddressOf(mediaId, apiUrl, fileDomains))
        throw new ChannelFailure('rejected', 'Gupshup gave no address of this file');
      return fetchFile(http, { url: mediaId, headers: {} });
    },
    forgetsMark: true,
    templates: createTemplateDesk(http),
    check: (connection) => check(http, connection),
    setWebhook: (connection) => setWebhook(http, connection),
  };
}
