import { createHash, createHmac } from 'node:crypto';
import { exhaustive } from '../../kernel/exhaustive';
import type { News } from '../news';
import type { ChatContent, ChatMessage, Customer } from '../types';
import { mimeTypeOf, type StatusReport } from '../webhook-payloads';
import type { FrontCore, FrontPost } from './types';

export type TwilioAccount = {
  accountSid: string;
  authToken: string;
  /** The address that Twilio was told, by the one that is really posted to: it is what gets signed. */
  toldAddress(postedTo: string): string;
};

/** Twilio's id of a message, by the one behind it. */
export const sidOf = (wamid: string): string => `SM${createHash('md5').update(wamid).digest('hex')}`;

/** Twilio's own codes for what Meta says. Source: reference §9.6. */
const codes = new Map([
  [190, 63001],
  [368, 63013],
  [131000, 63010],
  [131008, 63005],
  [131009, 63005],
  [131016, 63012],
  [131026, 63003],
  [131047, 63016],
  [131048, 63018],
  [131049, 63049],
  [131056, 63018],
  [130429, 63018],
  [130472, 63032],
  [132000, 63028],
  [132001, 63027],
  [132012, 63030],
]);
export const twilioCode = (code: number): number => codes.get(code) ?? 63021;

/** The form of one webhook, signed for the address that Twilio knows. Source: reference §9.4. */
export const signedPost = (
  account: TwilioAccount,
  fields: Readonly<Record<string, string>>,
  to: { signed: string; url?: string },
): FrontPost => {
  const signedFields = Object.keys(fields)
    .sort()
    .map((name) => name + (fields[name] ?? ''))
    .join('');
  const signature = createHmac('sha1', account.authToken)
    .update(to.signed + signedFields)
    .digest('base64');
  return {
    raw: new URLSearchParams(fields).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'User-Agent': 'TwilioProxy/1.1',
      'X-Twilio-Signature': signature,
    },
    ...(to.url !== undefined && { url: to.url }),
  };
};

/** A status is posted where its message asked for, which is our own server at whatever address it is really reached. */
export const callbackPost = (
  account: TwilioAccount,
  core: FrontCore,
  callback: string,
  fields: Readonly<Record<string, string>>,
): FrontPost =>
  signedPost(account, fields, { signed: callback, url: core.webhookUrl + new URL(callback).search });

/** One form an event. `callbackOf`: where a message's statuses are wanted; nowhere for one that did not say. */
export const postsOf = (
  account: TwilioAccount,
  core: FrontCore,
  callbackOf: (wamid: string) => string | undefined,
  news: readonly News[],
): FrontPost[] =>
  news.flatMap((each) => {
    const arrived = (id: string, customer: Customer, content: Record<string, string>): FrontPost =>
      signedPost(account, messageFields(account, core, { id, customer, content }), {
        signed: account.toldAddress(core.webhookUrl),
      });
    switch (each.kind) {
      case 'message':
        return [arrived(each.message.id, each.customer, contentFields(account, core, each.message))];
      case 'reaction': {
        const { messageId, emoji } = each.reaction;
        const content = {
          MessageType: 'reaction',
          Body: emoji ?? '',
          OriginalRepliedMessageSid: sidOf(messageId),
        };
        return [arrived(each.id, each.customer, content)];
      }
      case 'status': {
        const callback = callbackOf(each.report.wamid);
        return callback === undefined
          ? []
          : [callbackPost(account, core, callback, statusFields(account, core, each.report))];
      }
      case 'payment':
        return [];
      default:
        return exhaustive(each);
    }
  });

const ourAddress = (core: FrontCore): string => `whatsapp:+${core.number.displayPhone.replace(/\D/g, '')}`;

const addressOf = ({ waId, bsuid }: { waId: string | null; bsuid: string | null }): string =>
  `whatsapp:${waId === null ? (bsuid ?? '') : `+${waId}`}`;

const messageFields = (
  { accountSid }: TwilioAccount,
  core: FrontCore,
  { id, customer, content }: { id: string; customer: Customer; content: Record<string, string> },
): Record<string, string> => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  MessageSid: sidOf(id),
  SmsSid: sidOf(id),
  SmsMessageSid: sidOf(id),
  SmsStatus: 'received',
  NumSegments: '1',
  NumMedia: '0',
  From: addressOf(customer),
  To: ourAddress(core),
  ProfileName: customer.name,
  ...(customer.waId !== null && { WaId: customer.waId }),
  ...(customer.bsuid !== null && { ExternalUserId: `whatsapp:${customer.bsuid}` }),
  ...content,
});

const contentFields = (
  account: TwilioAccount,
  core: FrontCore,
  message: ChatMessage,
): Record<string, string> => ({
  ...(message.replyTo !== undefined && {
    OriginalRepliedMessageSid: sidOf(message.replyTo),
    OriginalRepliedMessageSender: ourAddress(core),
  }),
  ...spokenFields(account, core, message.id, message.content),
});

const spokenFields = (
  { accountSid }: TwilioAccount,
  core: FrontCore,
  id: string,
  content: ChatContent,
): Record<string, string> => {
  switch (content.kind) {
    case 'text':
      return { MessageType: 'text', Body: content.body };
    case 'button-reply':
      return {
        MessageType: 'button',
        Body: content.title,
        ButtonText: content.title,
        ButtonPayload: content.id,
      };
    case 'template-reply':
      return {
        MessageType: 'button',
        Body: content.title,
        ButtonText: content.title,
        ButtonPayload: content.payload,
      };
    case 'list-reply':
      return {
        MessageType: 'interactive',
        Body: content.title,
        ListId: content.id,
        ListTitle: content.title,
      };
    case 'location':
      return {
        MessageType: 'location',
        Body: '',
        Latitude: String(content.latitude),
        Longitude: String(content.longitude),
        ...(content.name !== undefined && { Label: content.name }),
        ...(content.address !== undefined && { Address: content.address }),
      };
    case 'media': {
      const of = `Accounts/${accountSid}/Messages/${sidOf(id)}/Media/${content.mediaId ?? ''}`;
      return {
        MessageType: content.media === 'voice' ? 'audio' : content.media,
        Body: content.caption ?? '',
        NumMedia: '1',
        MediaUrl0: `${core.url()}/2010-04-01/${of}`,
        MediaContentType0: mimeTypeOf(content.media).split(';')[0] ?? '',
      };
    }
    case 'contacts':
      return {
        MessageType: 'contacts',
        Body: '',
        NumMedia: '1',
        MediaUrl0: `${core.url()}/2010-04-01/Accounts/${accountSid}/Messages/${sidOf(id)}/Media/card`,
        MediaContentType0: 'text/vcard',
      };
    case 'unsupported':
      return { MessageType: content.what, Body: '' };
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

const statusFields = (
  account: TwilioAccount,
  core: FrontCore,
  { wamid, status, recipient, failureCode }: StatusReport,
): Record<string, string> => ({
  ...statusOf(account, core, {
    sid: sidOf(wamid),
    to: addressOf(recipient),
    status: status === 'failed' ? 'undelivered' : status,
  }),
  ...(failureCode !== undefined && { ErrorCode: String(twilioCode(failureCode)) }),
});

/** The fields that every status callback has. Source: reference §9.5. */
export const statusOf = (
  { accountSid }: TwilioAccount,
  core: FrontCore,
  { sid, to, status }: { sid: string; to: string; status: string },
): Record<string, string> => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  MessageSid: sid,
  SmsSid: sid,
  MessageStatus: status,
  SmsStatus: status,
  From: ourAddress(core),
  To: to,
  ChannelPrefix: 'whatsapp',
  ChannelToAddress: to.replace('whatsapp:', ''),
});
