import type { InboundUpdate, OutboundMessage, Recipient } from '../messaging/types';

/** How a channel signs in to its provider; opened from the sealed credentials just before use. */
export type ChannelConnection = {
  provider: 'cloud-api' | 'simulator';
  /** Base address, no trailing slash, e.g. https://graph.facebook.com */
  apiUrl: string;
  apiVersion: string;
  phoneNumberId: string;
  accessToken: string;
  appSecret: string;
  verifyToken: string;
};

export type SendRequest = {
  to: Recipient;
  message: OutboundMessage;
  /** Echoed in every status of this message; the outbox row's id. */
  opaque: string;
  /** Shows ours as an answer to this provider message id. */
  replyTo?: string;
};

export type SendReceipt = { externalId: string; waId?: string; bsuid?: string };

/** Why a provider did not take a message. Thrown by adapters; nobody else names provider codes. */
export type ChannelFailureKind =
  /** Slow down and try again. */
  | 'rate-limited'
  /** This very message will never be taken: our bug or the customer's situation. */
  | 'rejected'
  /** 24-hour window closed: only a template may go. */
  | 'window-closed'
  /** The recipient cannot be reached on WhatsApp. */
  | 'unreachable'
  /** A passing fault on the provider's side; try again. */
  | 'unavailable'
  /** Connection failed or timed out after the request may have left: the outcome is unknown. */
  | 'unknown-outcome'
  /** Token, account or number problem: the whole channel must pause and a person must look. */
  | 'channel-blocked';

export class ChannelFailure extends Error {
  constructor(
    readonly kind: ChannelFailureKind,
    readonly detail: string,
    readonly providerCode?: number,
    readonly retryAfterMs?: number,
  ) {
    super(detail);
    this.name = 'ChannelFailure';
  }
}

/** One row for the inbox, made from one part of a webhook body. */
export type ParsedEvent = {
  /** Unique within the channel: repeats of the same event have the same key. */
  eventKey: string;
  kind: 'message' | 'status' | 'account' | 'unknown';
  /** Events with the same key are handled in order; for a message or status the sender's BSUID or wa_id. */
  senderKey: string;
  /** The part itself with what is needed to read it later: exactly what `read` takes back. */
  payload: unknown;
};

/** Request headers by name, in whatever case; null for one that did not come. The web's own `Headers` are such. */
export type HeaderReader = { get(name: string): string | null };

/** What every WhatsApp provider can do. Adapters never touch the database. */
export type ChannelAdapter = {
  /** Answers the provider's address check: the text to send back, or null when the token is wrong. */
  verifyAddress(connection: ChannelConnection, query: URLSearchParams): string | null;
  /** Whether the raw body was signed with this channel's secret. Constant time. */
  verifySignature(connection: ChannelConnection, rawBody: Uint8Array, headers: HeaderReader): boolean;
  /** Splits a webhook body into inbox rows. Returns null when the body is not a webhook of this provider at all. */
  split(connection: ChannelConnection, rawBody: Uint8Array): ParsedEvent[] | null;
  /** Reads one stored row into the neutral update; null for what nobody handles. Never throws on odd data. */
  read(payload: unknown): InboundUpdate | null;
  /** Sends one message. Throws ChannelFailure. */
  send(connection: ChannelConnection, request: SendRequest): Promise<SendReceipt>;
  /** Marks the customer's message read, and shows "typing" until our answer where asked. Throws ChannelFailure. */
  markRead(connection: ChannelConnection, externalId: string, options: { typing: boolean }): Promise<void>;
};
