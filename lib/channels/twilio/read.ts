import { withoutUndefined } from '../meta/without-undefined';
import type { InboundMessage, InboundUpdate, Sender, StatusUpdate } from '../../messaging/types';
import { personAt } from './address';
import { readContent } from './read-content';
import { type MessageFields, type StatusFields, storedPartSchema } from './schema';

/** What else there is (queued, accepted, scheduled, sending) happens before WhatsApp has the message. */
const deliveryStatuses = new Map<string, StatusUpdate['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** The neutral update of one stored webhook; null for what nobody handles, or has not the shape it should. Never throws. */
export function read(payload: unknown): InboundUpdate | null {
  const { data } = storedPartSchema.safeParse(payload);
  if (!data) return null;
  return data.part === 'message'
    ? readMessage(data.fields, data.receivedAt)
    : readStatus(data.fields, data.receivedAt, data.mark);
}

function readMessage(fields: MessageFields, sentAt: Date): InboundMessage | null {
  const externalId = fields.MessageSid ?? fields.SmsSid;
  const sender = senderOf(fields);
  if (externalId === undefined || !sender) return null;
  return {
    type: 'message',
    externalId,
    sender,
    sentAt,
    content: readContent(fields),
    ...withoutUndefined({ replyTo: fields.OriginalRepliedMessageSid, referral: referralOf(fields) }),
  };
}

/** Without a number to give away, `From` holds the user id as well. */
function senderOf({ From, ExternalUserId, WaId, ProfileName }: MessageFields): Sender | null {
  const from = personAt(From);
  const sender = withoutUndefined({
    waId: from.waId ?? (WaId !== undefined && /^\d{5,20}$/.test(WaId) ? WaId : undefined),
    bsuid: personAt(ExternalUserId).bsuid ?? from.bsuid,
    profileName: ProfileName,
  });
  return sender.waId === undefined && sender.bsuid === undefined ? null : sender;
}

function referralOf(fields: MessageFields): InboundMessage['referral'] {
  const { ReferralSourceType: sourceType, ReferralSourceId: sourceId, ReferralHeadline: headline } = fields;
  if (sourceType === undefined && sourceId === undefined) return undefined;
  return withoutUndefined({ sourceType, sourceId, headline });
}

function readStatus(fields: StatusFields, at: Date, mark: string | null): StatusUpdate | null {
  const externalId = fields.MessageSid ?? fields.SmsSid;
  const status = deliveryStatuses.get(fields.MessageStatus);
  if (externalId === undefined || status === undefined) return null;
  return {
    type: 'status',
    externalId,
    status,
    at,
    recipient: personAt(fields.To),
    ...withoutUndefined({
      opaque: mark ?? undefined,
      failure: status === 'failed' ? failureOf(fields) : undefined,
    }),
  };
}

function failureOf({ ErrorCode, ErrorMessage, ChannelStatusMessage, MessageStatus }: StatusFields) {
  const title = ErrorMessage ?? ChannelStatusMessage ?? `Twilio says: ${MessageStatus}`;
  return withoutUndefined({
    code: ErrorCode ?? 0,
    title,
    detail: ChannelStatusMessage === title ? undefined : ChannelStatusMessage,
  });
}
