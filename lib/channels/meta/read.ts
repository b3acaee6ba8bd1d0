import type { InboundMessage, InboundUpdate, PaymentUpdate, StatusUpdate } from '../../messaging/types';
import { contactOf, senderOf } from './people';
import { readAccount } from './read-account';
import { readTemplateNews } from './read-template-news';
import { readPreferences } from './read-preferences';
import { readContent } from './read-content';
import { type Contact, type Message, type Status, isDelivery, storedPartSchema } from './schema';
import { withoutUndefined } from './without-undefined';

/** `played` is a voice note's `read`. Other values appear now and then and mean nothing to us. */
const deliveryStatuses = new Map<string, StatusUpdate['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
]);

/**
 * The neutral update of one stored part; null for what nobody handles: group messages,
 * key changes, and whatever does not have the shape it should. Never throws.
 */
export function read(payload: unknown): InboundUpdate | null {
  const { data } = storedPartSchema.safeParse(payload);
  if (!data) return null;
  if (data.part === 'account')
    return readTemplateNews(data.value) ?? readPreferences(data.value) ?? readAccount(data.field, data.value);
  return data.part === 'message'
    ? readMessage(data.message, data.contact)
    : (readPayment(data.status) ?? readStatus(data.status, data.contact));
}

function readMessage(message: Message, card: Contact | undefined): InboundMessage | null {
  const ids = { waId: message.from, bsuid: message.from_user_id ?? message.system?.previous_user_id };
  const sender = senderOf(ids, card && contactOf([card], ids));
  const content = readContent(message);
  // A private answer to something said in a group would tell a stranger's business.
  if (!sender || !content || message.group_id !== undefined) return null;
  return {
    type: 'message',
    externalId: message.id,
    sender,
    sentAt: message.timestamp,
    content,
    ...withoutUndefined({ replyTo: message.context?.id, referral: readReferral(message) }),
  };
}

function readReferral({ referral }: Message): InboundMessage['referral'] {
  if (!referral) return undefined;
  return withoutUndefined({
    sourceType: referral.source_type,
    sourceId: referral.source_id,
    headline: referral.headline,
  });
}

/** Payments share the list of statuses, whatever their own status says: it is only a hint where to look. */
function readPayment({ type, payment }: Status): PaymentUpdate | null {
  if (type !== 'payment' || !payment) return null;
  return {
    type: 'payment',
    reference: payment.reference_id,
    gatewayPaymentId: payment.transaction?.pg_transaction_id ?? null,
  };
}

function readStatus(status: Status, card: Contact | undefined): StatusUpdate | null {
  const known = deliveryStatuses.get(status.status);
  if (!isDelivery(status) || known === undefined) return null;
  const { recipient_id: waId, recipient_user_id: bsuid } = status;
  const recipient = senderOf({ waId, bsuid }, card && contactOf([card], { waId, bsuid }));
  return {
    type: 'status',
    externalId: status.id,
    status: known,
    at: status.timestamp,
    recipient: withoutUndefined({ waId: recipient?.waId, bsuid: recipient?.bsuid }),
    ...withoutUndefined({
      opaque: status.biz_opaque_callback_data,
      failure: readFailure(status),
      pricing: status.pricing && withoutUndefined(pricingOf(status.pricing)),
    }),
  };
}

const pricingOf = ({ category, billable, type }: NonNullable<Status['pricing']>) => ({
  category,
  billable,
  type,
});

function readFailure({ errors }: Status): StatusUpdate['failure'] {
  const [error] = errors ?? [];
  if (!error) return undefined;
  const title = error.title ?? error.message ?? 'Unknown error';
  return withoutUndefined({ code: error.code, title, detail: error.error_data?.details });
}
