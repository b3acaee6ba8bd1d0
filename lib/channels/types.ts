import type { Finding } from '../messaging/finding';
import type { ChannelProvider } from '../messaging/providers';
import type { ProviderTemplate, TemplateDefinition } from '../messaging/template-definition';
import type { InboundUpdate, OutboundMessage, Recipient } from '../messaging/types';
import type { ChannelCredentials } from './credentials';

/** Where a channel's provider is and which number of ours is meant there. */
export type ChannelAddress = {
  /** Base address, no trailing slash, e.g. https://graph.facebook.com */
  apiUrl: string;
  /** Graph API version; of no meaning to the others. */
  apiVersion: string;
  /** Meta's id of the number; the number itself in digits where the provider knows no other. */
  phoneNumberId: string;
  /** WhatsApp Business Account, where known. */
  wabaId: string | null;
  /** The number as people know it, E.164, where known. */
  displayPhone: string | null;
  /** Where this provider brings events for this channel to, as it sees the address. */
  webhookUrl: string;
};

/** How a channel signs in to its provider; opened from the sealed credentials just before use. */
export type ConnectionTo<Provider extends ChannelProvider> = Provider extends ChannelProvider
  ? ChannelAddress & ChannelCredentials[Provider] & { provider: Provider }
  : never;
export type ChannelConnection = ConnectionTo<ChannelProvider>;
/** Meta's own API, and what speaks it. */
export type CloudConnection = ConnectionTo<'cloud-api' | 'simulator'>;

export type SendRequest = {
  to: Recipient;
  message: OutboundMessage;
  /** Echoed in every status of this message; the outbox row's id. */
  opaque: string;
  /** Shows ours as an answer to this provider message id. */
  replyTo?: string;
};

/** A file of a customer's message. */
export type FetchedMedia = {
  bytes: Uint8Array;
  /** Type and subtype in small letters, without parameters. */
  mimeType: string;
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

/** What comes beside the body of a webhook call and may prove who sent it. */
export type WebhookProof = { headers: HeaderReader; query: URLSearchParams };

/** What every WhatsApp provider can do. Adapters never touch the database. */
export type ChannelAdapter<Connection extends ChannelConnection = ChannelConnection> = {
  /** Answers the provider's address check: the text to send back, or null when the token is wrong or there is no such check. */
  verifyAddress(connection: Connection, query: URLSearchParams): string | null;
  /** Whether this provider sent the raw body for this channel. Constant time. */
  verifySignature(connection: Connection, rawBody: Uint8Array, proof: WebhookProof): boolean;
  /**
   * Splits a webhook body into inbox rows. Returns null when the body is not a webhook of this provider at all. `query`:
   * where a provider has no room for our mark in its statuses, the mark is in the address it brings them to.
   */
  split(connection: Connection, rawBody: Uint8Array, query?: URLSearchParams): ParsedEvent[] | null;
  /** Reads one stored row into the neutral update; null for what nobody handles. Never throws on odd data. */
  read(payload: unknown): InboundUpdate | null;
  /** Sends one message. Throws ChannelFailure. */
  send(connection: Connection, request: SendRequest): Promise<SendReceipt>;
  /** The gateway's ids of all payments tried on an order message; null where this provider has no such orders. Throws ChannelFailure. */
  findOrderPayments(
    connection: Connection,
    order: { configuration: string; reference: string },
  ): Promise<string[] | null>;
  /** Marks the customer's message read, and shows "typing" until our answer where asked. Throws ChannelFailure. */
  markRead(connection: Connection, externalId: string, options: { typing: boolean }): Promise<void>;
  /** Messages that this provider can only show as numbered text (lib/messaging/numbered): a number typed back is a choice. */
  numbers?: readonly OutboundMessage['kind'][];
  /**
   * The file of a customer's message by the `mediaId` it came with, at most 25 MiB; providers keep them for days only.
   * Throws ChannelFailure: `rejected` where it is gone or too large.
   */
  fetchMedia(connection: Connection, mediaId: string): Promise<FetchedMedia>;
  /** Statuses hold nothing of ours: what became of a message whose answer was lost is never known. */
  forgetsMark?: true;
  /** The provider's keeping of templates; null where it has none of its own. */
  templates: TemplateDesk<Connection> | null;
  /**
   * Asks the provider how the channel stands: credentials, number, account, quality, limits, where events go. One finding a
   * subject, the first that is wrong deciding how far it looks. Throws nothing of the provider's, and shows no secret.
   */
  check(connection: Connection): Promise<Finding[]>;
  /**
   * Has the provider bring events to this channel's address; absent where only its own pages can do that. Safe to repeat.
   * Throws ChannelFailure.
   */
  setWebhook?(connection: Connection): Promise<void>;
};

/** Templates at a provider. All of it throws ChannelFailure. */
export type TemplateDesk<Connection extends ChannelConnection = ChannelConnection> = {
  /** All of the account's templates, in every language. */
  list(connection: Connection): Promise<ProviderTemplate[]>;
  /** Submits one for approval; one that is there already under this name and language is changed. */
  submit(connection: Connection, template: TemplateDefinition): Promise<ProviderTemplate>;
  /** Takes a template away, in all its languages. One that is not there is no fault. */
  remove(connection: Connection, name: string): Promise<void>;
};
