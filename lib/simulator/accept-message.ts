import { toChatContent } from './chat-content';
import { GraphError } from './graph-error';
import { checkOrder } from './orders';
import { readDestination, type Destination } from './recipient';
import { renderTemplate } from './render-template';
import type { SendPayload } from './send-schema';
import type { Simulator } from './simulator';
import type { ChatContent, Customer } from './types';
import { withReaction } from './with-reaction';

const windowMs = 24 * 60 * 60 * 1000;
const reactionLimitMs = 30 * windowMs;

export type Accepted = {
  wamid: string;
  customer: Customer | null;
  destination: Destination;
  body: object;
  /** Set for the void and for reactions, which no phone shows as a message. */
  content: ChatContent | null;
  send(answerDropped: boolean): void;
};

const customerAt = (simulator: Simulator, destination: Destination): Customer | null => {
  if (destination.kind === 'void') return null;
  const { book } = simulator;
  return (
    (destination.kind === 'phone' ? book.withWaId(destination.waId) : book.withBsuid(destination.bsuid)) ??
    null
  );
};

/** Reference §3.1: free messages only within 24 hours of the customer's last one. */
const checkWindow = (simulator: Simulator, payload: SendPayload, customer: Customer | null): void => {
  if (payload.type === 'template') return;
  if (customer === null && simulator.options.anyRecipient) return;
  const last = customer?.lastInboundAt ?? null;
  if (last !== null && simulator.now().getTime() - Date.parse(last) <= windowMs) return;
  throw new GraphError(
    131047,
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  );
};

const checkReaction = (simulator: Simulator, messageId: string, customer: Customer | null): void => {
  if (simulator.options.history === 'none') return;
  const message = simulator.book.message(messageId);
  const known = message !== undefined && message.customerId === customer?.id;
  if (known && simulator.now().getTime() - Date.parse(message.at) <= reactionLimitMs) return;
  throw new GraphError(
    131009,
    'Parameter reaction[message_id]: no such message, or it is older than 30 days.',
  );
};

const checkRates = (simulator: Simulator, destination: Destination): void => {
  const nowMs = simulator.now().getTime();
  if (!simulator.throughput.take(nowMs))
    throw new GraphError(130429, 'Cloud API message throughput has been reached.');
  const user =
    destination.kind === 'phone' ? destination.waId : destination.kind === 'bsuid' ? destination.bsuid : null;
  if (user !== null && simulator.pairRate && !simulator.pairRate.take(user, nowMs)) {
    throw new GraphError(
      131056,
      'Too many messages sent from this phone number to the same phone number in a short time.',
    );
  }
};

const contactOf = (payload: SendPayload, destination: Destination, customer: Customer | null): object => {
  if (payload.to === undefined) return { input: payload.recipient, user_id: payload.recipient };
  const waId = destination.kind === 'phone' ? destination.waId : payload.to;
  const both = payload.recipient !== undefined && customer?.bsuid != null ? { user_id: customer.bsuid } : {};
  return { input: payload.to, wa_id: waId, ...both };
};

/** What a phone shows of a template or other message, and in which price category it falls. */
const show = (
  simulator: Simulator,
  payload: SendPayload,
): { content: ChatContent | null; category: string | null } => {
  if (payload.type === 'reaction') return { content: null, category: null };
  if (payload.type === 'template') return renderTemplate(simulator.shelf.list(), payload.template);
  return { content: toChatContent(payload), category: 'service' };
};

/**
 * Checks a message as Meta does, in Meta's order: content, template, window, rates. Throws GraphError.
 * Nothing has happened until `send` is called.
 */
export const acceptMessage = (simulator: Simulator, payload: SendPayload): Accepted => {
  const { webhook } = simulator.options;
  const destination = readDestination(payload, webhook.displayPhone.replace(/\D/g, '').slice(0, 2));
  if (destination.kind === 'phone' && destination.waId === webhook.displayPhone.replace(/\D/g, '')) {
    throw new GraphError(131021, 'Recipient phone number cannot be the same as the sender.');
  }
  const { content, category } = show(simulator, payload);
  const customer = customerAt(simulator, destination);
  if (destination.kind !== 'void') checkWindow(simulator, payload, customer);
  if (payload.type === 'reaction') checkReaction(simulator, payload.reaction.message_id, customer);
  checkRates(simulator, destination);
  if (content) checkOrder(simulator, content);
  const wamid = simulator.newWamid();
  const body = {
    messaging_product: 'whatsapp',
    contacts: [contactOf(payload, destination, customer)],
    messages: [{ id: wamid, ...(payload.type === 'template' ? { message_status: 'accepted' } : {}) }],
  };
  const send = (answerDropped: boolean): void => {
    putOnPhone({ simulator, payload, destination, customer, wamid, content, category, answerDropped });
  };
  return { wamid, customer, destination, body, content, send };
};

type Outgoing = {
  simulator: Simulator;
  payload: SendPayload;
  destination: Destination;
  customer: Customer | null;
  wamid: string;
  content: ChatContent | null;
  category: string | null;
  answerDropped: boolean;
};

const takeFailure = (simulator: Simulator, stranger: boolean): number | undefined => {
  const { failNext } = simulator.misbehaviour;
  if (failNext) {
    simulator.misbehave({ failNext: failNext.times > 1 ? { ...failNext, times: failNext.times - 1 } : null });
    return failNext.code;
  }
  return stranger ? 131026 : undefined;
};

const putOnPhone = (outgoing: Outgoing): void => {
  const { simulator, payload, destination, customer, wamid, content, category, answerDropped } = outgoing;
  const at = simulator.now().toISOString();
  const to = payload.to ?? payload.recipient ?? '';
  const opaque = payload.biz_opaque_callback_data ?? null;
  const customerId = customer?.id ?? null;
  simulator.counters.accepted += 1;
  simulator.options.onSend?.({
    wamid,
    customerId,
    to,
    type: payload.type ?? 'text',
    opaque,
    payload,
    at,
    answerDropped,
  });
  // A business-scoped id in `to` is taken and lost without a word.
  if (destination.kind === 'void') return;
  const quoted = payload.context?.message_id;
  if (customer && content) {
    simulator.book.saveMessage({
      id: wamid,
      customerId: customer.id,
      from: 'business',
      at,
      status: 'accepted',
      content,
      ...(quoted === undefined ? {} : { replyTo: quoted }),
    });
    if (customer.typingUntil !== null) simulator.book.save({ ...customer, typingUntil: null });
  }
  if (payload.type === 'reaction')
    showReaction(simulator, payload.reaction.message_id, payload.reaction.emoji);
  const failureCode = takeFailure(simulator, customer === null && !simulator.options.anyRecipient);
  simulator.deliveries.carry({
    wamid,
    customerId,
    recipient: {
      waId: destination.kind === 'phone' ? destination.waId : (customer?.waId ?? null),
      bsuid: customer?.bsuid ?? (destination.kind === 'bsuid' ? destination.bsuid : null),
    },
    opaque,
    category,
    ...(failureCode === undefined ? {} : { failureCode }),
    ...(payload.type === 'reaction' ? { onlySent: true } : {}),
  });
};

const showReaction = (simulator: Simulator, messageId: string, emoji: string): void => {
  const message = simulator.book.message(messageId);
  if (!message) return;
  simulator.book.saveMessage(withReaction(message, emoji === '' ? null : emoji));
};
