import type { IncomingHttpHeaders } from 'node:http';
import type { News } from '../news';
import type { ApprovedTemplate } from '../templates';
import type { ChatMessage, Customer } from '../types';
import type { NumberIdentity } from '../webhook-envelope';

// A front is another provider's manners before the same phones: its HTTP API and its webhooks. The core behind it keeps
// the phones, WhatsApp's own rules (shape and limits, templates, the 24-hour window, rates) and the bad days.

/** One call of the provider's API. */
export type FrontCall = {
  method: string;
  /** The parts between the slashes, decoded. */
  path: readonly string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as text; empty where there is none. */
  body: string;
};

export type FrontAnswer = {
  status: number;
  /** JSON unless said otherwise. */
  contentType?: string;
  headers?: Record<string, string>;
  body: string | Uint8Array;
  /** The connection is cut instead of answered: as `sent.drop` of the core says. */
  drop?: boolean;
  /** Whose chat it belongs to, in the developer's view. */
  customerId?: string | null;
};

/** One webhook as it leaves: repeated as it is until it is answered with success. */
export type FrontPost = {
  raw: string;
  /** Content-Length is added. */
  headers: Record<string, string>;
  /** Where to, if not to the address the simulator was started with. */
  url?: string;
};

/** What became of a message that the core took. No status of it is told before the front's own code has come to rest. */
export type Sent = {
  /** The core's id of it: news of its statuses carry this id. */
  wamid: string;
  /** Digits of the number it went to; null for a business-scoped id. */
  waId: string | null;
  bsuid: string | null;
  customerId: string | null;
  /** Meta's answer. */
  body: object;
  /** A person has asked for this answer to be lost: hand it on in the answer. */
  drop: boolean;
};

/** What a front asks of the core. */
export type FrontCore = {
  number: NumberIdentity;
  /** Where news is posted to, if a post does not say otherwise. */
  webhookUrl: string;
  businessName: string;
  /** Base address of this server, no trailing slash: for addresses of media. */
  url(): string;
  now(): Date;
  /**
   * Checks a message in the body of Meta's `POST /{number}/messages` by Meta's rules and sends it. Throws GraphError, whose
   * `code` the front puts into its provider's words; so also when a person has asked for a refusal.
   */
  send(body: object): Sent;
  /** Marks a customer's message read. Throws GraphError 131009 for one that is not there. */
  markRead(wamid: string, typing: boolean): void;
  /** Bytes of a medium of the phones; null for none of theirs. */
  media(mediaId: string): { bytes: Uint8Array; mimeType: string; sha256: string } | null;
  /** All that may be sent; a front adds what it approves and takes away what is removed. */
  templates: {
    list(): readonly ApprovedTemplate[];
    add(template: ApprovedTemplate): void;
    /** Takes away those of this name, or only the one in this language; false where there is none. */
    remove(name: string, language?: string): boolean;
  };
  /** A message of either side, by its wamid. */
  message(wamid: string): ChatMessage | undefined;
  customers(): Customer[];
  /** Posts what no news of the core says, such as a refusal that this provider tells only afterwards. */
  tell(posts: readonly FrontPost[], label: string, customerId: string | null): void;
};

/** A provider's API before the core. `webhook.url` of the simulator is where it posts its news. */
export type ProviderFront = {
  /** Answers a call; a GraphError that it lets through is answered as Meta would. */
  answer(core: FrontCore, call: FrontCall): Promise<FrontAnswer>;
  /** Puts news into this provider's webhooks: one body for all, or one for each. None for what it does not tell. */
  posts(core: FrontCore, news: readonly News[]): FrontPost[];
};
