import type { HeaderReader } from '../../channels/types';
import type { World } from '../../workflows/types';
import type { Answer } from '../answer';

/** One request to a webhook address, whatever server received it. */
export type WebhookCall = {
  method: string;
  /** Starts with `/api/webhooks/`, as it was sent. */
  path: string;
  /** Without the question mark. */
  query: string;
  headers: HeaderReader;
  /** The raw bytes, at most `limit`; throws `too-large`, or `invalid` when the sender breaks off. */
  readBody(limit: number): Promise<Uint8Array>;
};

type Handler = (world: World, call: WebhookCall, key: string) => Promise<Answer>;

/** What answers under one name, by method. `key` is the last part of the path. */
export type Door = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;
