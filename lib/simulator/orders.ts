import { GraphError } from './graph-error';
import type { News } from './news';
import { PhoneRefusal } from './phone-refusal';
import type { Simulator } from './simulator';
import type { ChatContent, ChatMessage } from './types';

type Order = Extract<ChatContent, { kind: 'order' }>;

/**
 * Source: reference §7.2: a reference serves one order message, and an order lives for 300 seconds or more; §7.4: one that
 * has been paid is not called off, and one that has ended stays so.
 */
export function checkOrder(simulator: Simulator, content: ChatContent): void {
  if (content.kind === 'order-status') {
    const payments = simulator.orders.get(content.reference);
    if (!payments) throw new GraphError(131009, 'Parameter reference_id: no such order.');
    if (payments.length > 0 && content.status === 'canceled')
      throw new GraphError(2047, 'The order was paid and cannot be canceled.');
    if (simulator.endedOrders.has(content.reference))
      throw new GraphError(2046, 'The order has ended, which it stays.');
    simulator.endedOrders.add(content.reference);
    return;
  }
  if (content.kind !== 'order') return;
  if (!simulator.options.takeOrder)
    throw new GraphError(131051, 'No payment configuration of this number takes orders here.');
  if (simulator.orders.has(content.reference))
    throw new GraphError(131009, 'Parameter reference_id: was used for another order.');
  if (Date.parse(content.expiresAt) - simulator.now().getTime() < 300_000)
    throw new GraphError(131009, 'Parameter expiration[timestamp]: must be at least 300 seconds ahead.');
  simulator.orders.set(content.reference, []);
}

/** Pays an order on a phone, and reports it. Throws PhoneRefusal where there is nothing (left) to pay. */
export async function payOrder(
  simulator: Simulator,
  customerId: string,
  messageId: string,
): Promise<ChatMessage> {
  const customer = simulator.book.customer(customerId);
  const message = simulator.book.message(messageId);
  if (!customer || message?.customerId !== customerId || message.content.kind !== 'order')
    throw new PhoneRefusal(404, `There is no order ${messageId} on this phone.`);
  const { content } = message;
  if (content.paid) throw new PhoneRefusal(409, 'This order is paid.');
  if (Date.parse(content.expiresAt) <= simulator.now().getTime())
    throw new PhoneRefusal(409, 'The time to pay this order is over.');
  if (simulator.endedOrders.has(content.reference))
    throw new PhoneRefusal(409, 'This order was called off, or paid in another way.');
  const { takeOrder } = simulator.options;
  if (!takeOrder) throw new PhoneRefusal(409, 'No gateway takes the money of orders here.');
  const { reference, amountPaise, notes } = content;
  const paid: ChatMessage = { ...message, content: { ...content, paid: true } satisfies Order };
  simulator.book.saveMessage(paid);
  const gatewayPaymentId = await takeOrder({ amountPaise, notes });
  simulator.orders.set(reference, [...(simulator.orders.get(reference) ?? []), gatewayPaymentId]);
  const { waId, bsuid } = customer;
  const at = simulator.now().toISOString();
  const news: News = {
    kind: 'payment',
    report: { at, recipient: { waId, bsuid }, reference, amountPaise, gatewayPaymentId },
  };
  simulator.dispatch.status(news, 'payment captured', customerId, `payment:${reference}`);
  return paid;
}

/** What a look at an order's payments answers. Source: reference §7.4. */
export const lookUpOrder = (simulator: Simulator, reference: string): object => ({
  payments: (simulator.orders.get(reference) ?? []).map((id) => ({
    reference_id: reference,
    status: 'captured',
    currency: 'INR',
    transactions: [{ id: `order_${reference}`, pg_transaction_id: id, type: 'razorpay', status: 'success' }],
  })),
});
