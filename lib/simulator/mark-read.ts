import { GraphError } from './graph-error';
import type { ReadPayload } from './send-schema';
import type { Simulator } from './simulator';

const typingMs = 25_000;

/**
 * Marks this message of the customer and all before it as read, and shows "typing" when asked.
 * Throws GraphError 131009 for a message that is not a customer's. Source: reference §1.14.
 */
export const markRead = (simulator: Simulator, payload: ReadPayload): object => {
  simulator.counters.reads += 1;
  if (simulator.options.history === 'none') return { success: true };
  const { book } = simulator;
  const customerId = book.senderOf(payload.message_id);
  if (customerId === undefined) {
    throw new GraphError(131009, 'Parameter message_id: no message of a user has this id.');
  }
  for (const each of book.chat(customerId)) {
    if (each.from === 'customer') book.advance(each.id, 'read');
    if (each.id === payload.message_id) break;
  }
  const customer = book.customer(customerId);
  if (payload.typing_indicator && customer) {
    book.save({ ...customer, typingUntil: new Date(simulator.now().getTime() + typingMs).toISOString() });
  }
  return { success: true };
};
