import type { OrderGateway } from '../kernel/gateways';
import type { Paise } from '../kernel/money';
import type { ConsentPurpose } from './purpose';
import type { TemplateCategory, TemplateStatus } from './template-definition';

// Channel-neutral messages. Adapters translate them to and from a provider's shapes.

/** Who wrote to us. At least one of waId and bsuid is present; neither is ever guessed from the other. */
export type Sender = {
  /** Digits only, as the provider gave it. */
  waId?: string;
  /** Business-scoped user id, opaque and case-sensitive. */
  bsuid?: string;
  username?: string;
  profileName?: string;
};

export type MediaKind = 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker';

/** What a customer did, whatever provider it came through. */
export type InboundContent =
  | { kind: 'text'; text: string }
  /** A tap on a button or list row of ours, or a template's quick reply. `id` is untrusted and may be old. */
  | { kind: 'choice'; id: string; title: string }
  | { kind: 'flow-reply'; token: string | null; data: Record<string, unknown> }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'media'; media: MediaKind; mediaId: string; mimeType?: string; caption?: string }
  | { kind: 'contacts'; phones: string[] }
  | { kind: 'order'; text?: string }
  | { kind: 'reaction'; messageId: string; emoji: string | null }
  | { kind: 'edited' }
  | { kind: 'deleted' }
  | { kind: 'number-changed'; newWaId?: string; newBsuid?: string; previousBsuid?: string }
  | { kind: 'welcome' }
  | { kind: 'unsupported'; what: string };

export type InboundMessage = {
  type: 'message';
  /** The provider's id of this message. */
  externalId: string;
  sender: Sender;
  sentAt: Date;
  content: InboundContent;
  /** The message of ours (or theirs) this one answers. */
  replyTo?: string;
  /** Click-to-WhatsApp ad or post that led here. */
  referral?: { sourceType?: string; sourceId?: string; headline?: string };
};

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

export type StatusUpdate = {
  type: 'status';
  externalId: string;
  status: DeliveryStatus;
  at: Date;
  /** Our own mark, echoed: the outbox row's id. */
  opaque?: string;
  failure?: { code: number; title: string; detail?: string };
  pricing?: { category: string; billable?: boolean; type?: string };
  recipient: { waId?: string; bsuid?: string };
};

/** A payment inside WhatsApp has moved: a hint where to look, never proof. */
export type PaymentUpdate = {
  type: 'payment';
  /** The order message's. */
  reference: string;
  /** The gateway's own id of it; null until there is one. */
  gatewayPaymentId: string | null;
};

/** What became of a template at the provider. */
export type TemplateUpdate = {
  type: 'template';
  name: string;
  language: string;
  status?: TemplateStatus;
  category?: TemplateCategory;
  reason?: string;
  /** How customers take it, in the provider's word, e.g. GREEN. */
  quality?: string;
};

/** Something about the number or the account has changed: worth asking the provider for the whole of it. */
export type AccountUpdate = {
  type: 'account';
  /** The provider's own name of the change, e.g. `phone_number_quality_update`. */
  what: string;
  /** In short, as the provider says it. */
  detail: string;
  /** What happened, in the provider's word, e.g. `ACCOUNT_RESTRICTION`, `DECLINED`. */
  event?: string;
  /** The new messaging limit, e.g. TIER_2K. */
  tier?: string;
  /** Digits of the number that it is about; absent: all of the account's. */
  phone?: string;
};

/** What customers said at WhatsApp's own switch about messages of one purpose. */
export type PreferencesUpdate = {
  type: 'preferences';
  purpose: ConsentPurpose;
  changes: {
    sender: Sender;
    granted: boolean;
    at: Date;
    /** In the provider's words. */
    detail: string;
  }[];
};

/** Anything a webhook can bring, one per row of the inbox. */
export type InboundUpdate =
  InboundMessage | StatusUpdate | PaymentUpdate | TemplateUpdate | PreferencesUpdate | AccountUpdate;

export type ReplyButton = { id: string; title: string };
export type ListRow = { id: string; title: string; description?: string };
export type ListSection = { title?: string; rows: ListRow[] };

/** What we want to say. Lengths are checked against lib/messaging/limits.ts before anything is sent. */
export type OutboundMessage =
  | { kind: 'text'; body: string }
  | { kind: 'buttons'; body: string; header?: string; footer?: string; buttons: ReplyButton[] }
  | { kind: 'list'; body: string; header?: string; footer?: string; opener: string; sections: ListSection[] }
  | { kind: 'link'; body: string; header?: string; footer?: string; label: string; url: string }
  | { kind: 'location'; latitude: number; longitude: number; name: string; address: string }
  /** Paid inside WhatsApp (India), through the business's own account at a gateway. */
  | OrderMessage
  /** Tells that the bill of an order message is not to be paid any more: it was called off, or paid in another way. */
  | { kind: 'order-status'; body: string; reference: string; status: 'canceled' | 'completed' }
  /** A picture that the provider fetches from `url`, public and without a sign-in: JPEG or PNG, at most 5 MB. */
  | { kind: 'image'; url: string; caption?: string }
  /** A file that the provider fetches from `url`, public and without a sign-in, and the customer keeps as `filename`. */
  | { kind: 'document'; url: string; filename: string; caption?: string }
  | {
      kind: 'template';
      name: string;
      /** Exact approved code, e.g. `ta`, `en`. */
      language: string;
      header?: string;
      /** Positional (array) or named parameters of the body. */
      body: string[] | Record<string, string>;
      buttons?: (
        | { type: 'quick-reply'; index: number; payload: string }
        | { type: 'url'; index: number; suffix: string }
      )[];
    };

export type OrderMessage = {
  kind: 'order';
  body: string;
  footer?: string;
  /** Ours, unique for each such message: letters, digits, `_`, `-`, `.`; at most 35. */
  reference: string;
  /** The name of Meta's payment configuration, and whose it is. */
  configuration: string;
  gateway: OrderGateway;
  amountPaise: Paise;
  /** What is paid for; nothing of a visit's reason. */
  item: string;
  /** After this the pay button is dead; at least 300 s ahead. ISO instant. */
  expiresAt: string;
  /** Passed on to the gateway with the payment. */
  notes: Record<string, string>;
  /** Meta asks for one with every item that is in no catalogue. */
  importer: { name: string; address: string; city: string; zoneCode: string; postalCode: string };
};

/** Where a message goes: `bsuid` only when no phone is known. */
export type Recipient = { waId?: string; bsuid?: string };
