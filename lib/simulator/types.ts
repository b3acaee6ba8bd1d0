// What the simulated phones hold and what the developer's view shows. Shared with the page as types only.

/** How a customer shows up in webhooks: an older phone, a username without a number, or both ids. */
export type CustomerIdentity = 'phone' | 'bsuid' | 'both';

export type Customer = {
  id: string;
  name: string;
  /** Digits only; null when the number is withheld. */
  waId: string | null;
  bsuid: string | null;
  username: string | null;
  /** The customer looks at the chat: messages are read on arrival. */
  open: boolean;
  /** Off: messages stay at one tick until the phone comes back. */
  online: boolean;
  readReceipts: boolean;
  /** ISO instant of the last message to the business; opens the 24-hour window. */
  lastInboundAt: string | null;
  /** ISO instant until which the business is "typing". */
  typingUntil: string | null;
  unread: number;
};

export type ReplyButton = { id: string; title: string };
export type ListRow = { id: string; title: string; description?: string };
export type ListSection = { title?: string; rows: ListRow[] };
export type TemplateButton =
  { kind: 'quick-reply'; title: string; payload: string } | { kind: 'url'; title: string; url: string };
export type MediaKind = 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker';

export type ChatContent =
  | { kind: 'text'; body: string }
  | { kind: 'buttons'; body: string; header?: string; footer?: string; buttons: ReplyButton[] }
  | { kind: 'list'; body: string; header?: string; footer?: string; opener: string; sections: ListSection[] }
  | { kind: 'link'; body: string; header?: string; footer?: string; label: string; url: string }
  | { kind: 'location-request'; body: string }
  /** A bill that is paid inside WhatsApp. */
  | {
      kind: 'order';
      body: string;
      footer?: string;
      amountPaise: number;
      reference: string;
      configuration: string;
      notes: Record<string, string>;
      /** ISO instant after which the button is dead. */
      expiresAt: string;
      paid: boolean;
    }
  /** The end of such a bill: it was called off, or is paid. */
  | {
      kind: 'order-status';
      body: string;
      footer?: string;
      reference: string;
      status: 'canceled' | 'completed';
    }
  | {
      kind: 'template';
      name: string;
      header?: string;
      body: string;
      footer?: string;
      buttons: TemplateButton[];
    }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'media'; media: MediaKind; mediaId?: string; link?: string; caption?: string; filename?: string }
  | { kind: 'contacts'; cards: { name: string; phone?: string }[] }
  /** Something the API cannot show to the business, such as a poll. */
  | { kind: 'unsupported'; what: string }
  /** The customer's taps. */
  | { kind: 'button-reply'; id: string; title: string }
  | { kind: 'list-reply'; id: string; title: string; description?: string }
  | { kind: 'template-reply'; payload: string; title: string };

/**
 * Business messages: accepted → sent → delivered → read, or failed.
 * The customer's own: sent (webhook on its way) → delivered (webhook answered 200) → read (marked read).
 */
export type ChatStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export type ChatMessage = {
  /** The wamid. */
  id: string;
  customerId: string;
  from: 'customer' | 'business';
  /** ISO instant. */
  at: string;
  status: ChatStatus;
  content: ChatContent;
  replyTo?: string;
  /** Emoji put on this message by the other side. */
  reaction?: string;
  /** The page's own mark, to recognise a message it already shows. */
  clientId?: string;
  failure?: { code: number; title: string };
};

/** One HTTP exchange, as the developer's view shows it. Headers that carry secrets are never kept. */
export type Exchange = {
  id: string;
  direction: 'webhook' | 'call';
  customerId: string | null;
  at: string;
  /** One line: what it was. */
  label: string;
  method: string;
  path: string;
  request: string;
  /** Null while under way, or when the connection failed or was cut. */
  status: number | null;
  answer: string | null;
  durationMs: number | null;
};

export type Misbehaviour = {
  /** Every customer message is posted twice, at once, with the same wamid. */
  sendTwice: boolean;
  /** Customer messages to hold back and then post in reverse order; counts down. */
  holdNext: number;
  /** Messages held now. */
  held: number;
  /** The next `times` accepted messages fail with this code, reported by a status. */
  failNext: { code: number; times: number } | null;
  webhookDelayMs: number;
  apiDelayMs: number;
  /** The next accepted calls get no answer: the connection is cut, the message goes out all the same. */
  dropAnswers: number;
  /** The next `times` calls are refused with this code and nothing is sent. */
  refuseNext: { code: number; times: number } | null;
  duplicateStatuses: boolean;
  /** The next `times` templates in review are rejected for this reason. */
  rejectTemplates: { reason: string; times: number } | null;
  /** Statuses are collected this long and posted as one body; 0 posts each alone. */
  batchMs: number;
};

export type Business = { name: string; displayPhone: string; phoneNumberId: string };

export type Snapshot = {
  business: Business;
  customers: Customer[];
  messages: ChatMessage[];
  exchanges: Exchange[];
  misbehaviour: Misbehaviour;
};

/** The feed: a snapshot first, then what changed; each event carries the whole new value and may repeat. */
export type FeedEvent =
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'customer'; customer: Customer }
  | { type: 'message'; message: ChatMessage }
  | { type: 'exchange'; exchange: Exchange }
  | { type: 'misbehaviour'; misbehaviour: Misbehaviour }
  | { type: 'reset' };

/** A message the Graph side took, for load and kill tests. */
export type SendRecord = {
  wamid: string;
  customerId: string | null;
  to: string;
  type: string;
  opaque: string | null;
  payload: unknown;
  /** ISO instant of acceptance. */
  at: string;
  /** True when the answer was cut off: the sender cannot know that this one went out. */
  answerDropped: boolean;
};
