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

/** Anything a webhook can bring, one per row of the inbox. */
export type InboundUpdate = InboundMessage | StatusUpdate;

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

/** Where a message goes: `bsuid` only when no phone is known. */
export type Recipient = { waId?: string; bsuid?: string };
