import type { AxiosInstance } from 'axios';
import type { ChannelAdapter } from '../types';
import { createHttpClient } from './http-client';
import { markRead } from './mark-read';
import { read } from './read';
import { send } from './send';
import { split } from './split';

import { verifyAddress, verifySignature } from './verify';

const defaultTimeoutMs = 10_000;

/** Meta's own API. `timeoutMs` bounds one whole call, connecting included; half of it the connecting alone. */
export function createCloudApi(options: { http?: AxiosInstance; timeoutMs?: number } = {}): ChannelAdapter {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const http = options.http ?? createHttpClient(timeoutMs);
  return {
    verifyAddress,
    verifySignature,
    split,
    read,
    send: (connection, request) => send(http, timeoutMs, connection, request),
    markRead: (connection, externalId, how) => markRead(http, timeoutMs, connection, externalId, how),
  };
}

/** The adapter that everybody shares, and with it its connections. */
export const cloudApi: ChannelAdapter = createCloudApi();
