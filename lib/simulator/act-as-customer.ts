import { actionContent } from './action-content';
import type { News } from './news';
import { PhoneRefusal } from './phone-refusal';
import type { CustomerChange, PhoneAction } from './phone-schema';
import { mediaKindOf, newMediaId, sampleMedia } from './sample-media';
import type { Simulator } from './simulator';
import type { ChatMessage, Customer } from './types';
import { withReaction } from './with-reaction';
import type { Reaction } from './webhook-payloads';

const getCustomer = (simulator: Simulator, id: string): Customer => {
  const customer = simulator.book.customer(id);
  if (!customer) throw new PhoneRefusal(404, `There is no customer ${id}.`);
  return customer;
};

const digestOf = (message: ChatMessage): string => {
  const id = message.content.kind === 'media' ? message.content.mediaId : undefined;
  const kind = id === undefined ? null : mediaKindOf(id);
  return id === undefined || kind === null ? '' : sampleMedia(id, kind).sha256;
};

/** Posts (or posts again) the webhook of a customer's message. */
export const postMessage = (simulator: Simulator, customer: Customer, message: ChatMessage): void => {
  const news: News = { kind: 'message', customer, message, mediaSha256: digestOf(message) };
  simulator.dispatch.message(news, `message ${message.content.kind}`, customer.id, () => {
    simulator.book.advance(message.id, 'delivered');
  });
};

const react = (simulator: Simulator, customer: Customer, reaction: Reaction): string => {
  const message = simulator.book.message(reaction.messageId);
  if (!message) throw new PhoneRefusal(404, `There is no message ${reaction.messageId} on this phone.`);
  const wamid = simulator.newWamid();
  simulator.book.saveMessage(withReaction(message, reaction.emoji));
  simulator.book.noteReaction(wamid, customer.id);
  const news: News = { kind: 'reaction', customer, id: wamid, at: simulator.now().toISOString(), reaction };
  simulator.dispatch.message(news, 'message reaction', customer.id, () => undefined);
  return wamid;
};

const touch = (simulator: Simulator, customer: Customer): Customer => {
  simulator.counters.inbound += 1;
  simulator.throughput.count(simulator.now().getTime());
  return simulator.book.save({ ...customer, lastInboundAt: simulator.now().toISOString() });
};

/** Does on a phone what a customer does, and posts the webhook. Answers the new message's wamid. */
export const actAsCustomer = (simulator: Simulator, customerId: string, action: PhoneAction): string => {
  const customer = getCustomer(simulator, customerId);
  if (action.type === 'reaction') return react(simulator, touch(simulator, customer), action);
  const media = action.type === 'media' ? action.media : 'image';
  const { content, replyTo } = actionContent(simulator.book, action, () =>
    newMediaId(media, simulator.nextMedia()),
  );
  const present = touch(simulator, customer);
  const message: ChatMessage = {
    id: simulator.newWamid(),
    customerId,
    from: 'customer',
    at: simulator.now().toISOString(),
    status: 'sent',
    content,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(action.clientId === undefined ? {} : { clientId: action.clientId }),
  };
  simulator.book.saveMessage(message);
  postMessage(simulator, present, message);
  return message.id;
};

/** Opens or closes the chat, switches the phone off or on, turns read receipts off or on. */
export const changeCustomer = (
  simulator: Simulator,
  customerId: string,
  change: CustomerChange,
): Customer => {
  const before = getCustomer(simulator, customerId);
  const after: Customer = {
    ...before,
    open: change.open ?? before.open,
    online: change.online ?? before.online,
    readReceipts: change.readReceipts ?? before.readReceipts,
    unread: change.open === true ? 0 : before.unread,
  };
  simulator.book.save(after);
  if (!before.online && after.online) simulator.deliveries.phoneOnline(customerId);
  if (change.open === true) simulator.deliveries.chatOpened(after);
  return after;
};

/**
 * After a restart: shows what was still on its way to a phone, and posts again what the business never
 * acknowledged within the last day, oldest first.
 */
export const resumeUndelivered = (simulator: Simulator): void => {
  for (const message of simulator.book.allMessages()) {
    if (message.from === 'business') simulator.book.advance(message.id, 'delivered');
  }
  const since = simulator.now().getTime() - 24 * 60 * 60 * 1000;
  const waiting = simulator.book
    .allMessages()
    .filter((each) => each.from === 'customer' && each.status === 'sent' && Date.parse(each.at) >= since)
    .sort((a, b) => a.at.localeCompare(b.at));
  for (const message of waiting) {
    const customer = simulator.book.customer(message.customerId);
    if (customer) postMessage(simulator, customer, message);
  }
};
