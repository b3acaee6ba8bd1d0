import { exhaustive } from '../kernel/exhaustive';
import { statusError } from './graph-error';
import type { ChatContent, ChatMessage, Customer } from './types';
import type { ChangeValue } from './webhook-envelope';

const seconds = (iso: string): string => String(Math.floor(Date.parse(iso) / 1000));

const contactOf = (customer: Customer): object => ({
  profile: { name: customer.name, ...(customer.username === null ? {} : { username: customer.username }) },
  ...(customer.waId === null ? {} : { wa_id: customer.waId }),
  ...(customer.bsuid === null ? {} : { user_id: customer.bsuid }),
});

const senderOf = (customer: Customer): object => ({
  ...(customer.waId === null ? {} : { from: customer.waId }),
  ...(customer.bsuid === null ? {} : { from_user_id: customer.bsuid }),
});

const mimeTypes = {
  image: 'image/png',
  audio: 'audio/mpeg',
  voice: 'audio/ogg; codecs=opus',
  video: 'video/mp4',
  document: 'application/pdf',
  sticker: 'image/webp',
} as const;

export const mimeTypeOf = (media: keyof typeof mimeTypes): string => mimeTypes[media];

const mediaPart = (content: Extract<ChatContent, { kind: 'media' }>, sha256: string): object => {
  const type = content.media === 'voice' ? 'audio' : content.media;
  return {
    type,
    [type]: {
      id: content.mediaId,
      mime_type: mimeTypeOf(content.media),
      sha256,
      ...(content.caption === undefined ? {} : { caption: content.caption }),
      ...(content.filename === undefined ? {} : { filename: content.filename }),
      ...(content.media === 'voice' ? { voice: true } : {}),
      ...(content.media === 'sticker' ? { animated: false } : {}),
    },
  };
};

/** Type and payload of one inbound message. Source: reference §2.5. */
const contentPart = (content: ChatContent, sha256: string): object => {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.body } };
    case 'button-reply':
      return {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: content.id, title: content.title } },
      };
    case 'list-reply': {
      const { id, title, description } = content;
      const reply = { id, title, ...(description === undefined ? {} : { description }) };
      return { type: 'interactive', interactive: { type: 'list_reply', list_reply: reply } };
    }
    case 'template-reply':
      return { type: 'button', button: { payload: content.payload, text: content.title } };
    case 'location': {
      const { latitude, longitude, name, address } = content;
      const location = {
        latitude,
        longitude,
        ...(name === undefined ? {} : { name }),
        ...(address === undefined ? {} : { address }),
      };
      return { type: 'location', location };
    }
    case 'media':
      return mediaPart(content, sha256);
    case 'contacts':
      return {
        type: 'contacts',
        contacts: content.cards.map((card) => ({
          name: { formatted_name: card.name, first_name: card.name },
          phones:
            card.phone === undefined
              ? []
              : [{ phone: card.phone, wa_id: card.phone.replace(/\D/g, ''), type: 'CELL' }],
        })),
      };
    case 'unsupported':
      return {
        type: 'unsupported',
        unsupported: { type: content.what },
        errors: [
          {
            code: 131051,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is currently not supported.' },
          },
        ],
      };
    case 'buttons':
    case 'list':
    case 'link':
    case 'location-request':
    case 'order':
    case 'order-status':
    case 'template':
      throw new Error(`Only the business sends ${content.kind}`);
    default:
      return exhaustive(content);
  }
};

/** The change that reports a customer's message. `businessPhone`: digits, named when it answers one of ours. */
export const messageChange = (
  customer: Customer,
  message: ChatMessage,
  businessPhone: string,
  mediaSha256: string,
): ChangeValue => ({
  contacts: [contactOf(customer)],
  messages: [
    {
      ...senderOf(customer),
      id: message.id,
      timestamp: seconds(message.at),
      ...(message.replyTo === undefined ? {} : { context: { from: businessPhone, id: message.replyTo } }),
      ...contentPart(message.content, mediaSha256),
    },
  ],
});

export type Reaction = { messageId: string; emoji: string | null };

/** The change that reports a reaction; without an emoji it was taken back. */
export const reactionChange = (
  customer: Customer,
  id: string,
  at: string,
  { messageId, emoji }: Reaction,
): ChangeValue => ({
  contacts: [contactOf(customer)],
  messages: [
    {
      ...senderOf(customer),
      id,
      timestamp: seconds(at),
      type: 'reaction',
      reaction: { message_id: messageId, ...(emoji === null ? {} : { emoji }) },
    },
  ],
});

export type StatusReport = {
  wamid: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** ISO instant. */
  at: string;
  recipient: { waId: string | null; bsuid: string | null };
  customer: Customer | null;
  opaque: string | null;
  /** Pricing category in lower case; null for what Meta does not price, such as reactions. */
  category: string | null;
  failureCode?: number;
};

/** The change that reports what became of a business message. Source: reference §2.6; prices as of October 2026. */
export const statusChange = (report: StatusReport): ChangeValue => ({
  ...(report.status === 'failed' || report.customer === null
    ? {}
    : { contacts: [contactOf(report.customer)] }),
  statuses: [
    {
      id: report.wamid,
      status: report.status,
      timestamp: seconds(report.at),
      ...(report.recipient.waId === null ? {} : { recipient_id: report.recipient.waId }),
      ...(report.recipient.bsuid === null ? {} : { recipient_user_id: report.recipient.bsuid }),
      ...(report.opaque === null ? {} : { biz_opaque_callback_data: report.opaque }),
      ...((report.status === 'sent' || report.status === 'delivered') && report.category !== null
        ? { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: report.category } }
        : {}),
      ...(report.failureCode === undefined ? {} : { errors: [statusError(report.failureCode)] }),
    },
  ],
});

export type PaymentReport = {
  /** ISO instant. */
  at: string;
  recipient: { waId: string | null; bsuid: string | null };
  reference: string;
  amountPaise: number;
  gatewayPaymentId: string;
};

/** The change that reports a payment inside WhatsApp. Its id is no message's. Source: reference §7.3. */
export const paymentChange = (report: PaymentReport): ChangeValue => ({
  statuses: [
    {
      id: `gBGG${report.gatewayPaymentId}`,
      type: 'payment',
      status: 'captured',
      timestamp: seconds(report.at),
      ...(report.recipient.waId === null ? {} : { recipient_id: report.recipient.waId }),
      ...(report.recipient.bsuid === null ? {} : { recipient_user_id: report.recipient.bsuid }),
      payment: {
        reference_id: report.reference,
        amount: { value: report.amountPaise, offset: 100 },
        currency: 'INR',
        transaction: {
          id: `order_${report.reference}`,
          pg_transaction_id: report.gatewayPaymentId,
          type: 'razorpay',
          status: 'success',
          method: { type: 'upi' },
        },
      },
    },
  ],
});
