import type { OrderGateway } from '../../kernel/gateways';
import type { OrderMessage, OutboundMessage } from '../../messaging/types';
import type { Json } from './storable';

type Payload = { [key: string]: Json };

/** Meta writes money as a whole number with how many parts a unit has. */
const money = (paise: number): Payload => ({ value: paise, offset: 100 });

/** What of ours each gateway gets with the payment, in its own fields. */
const passedOn: Readonly<Record<OrderGateway, (order: OrderMessage) => Payload>> = {
  razorpay: ({ reference, notes }) => ({ receipt: reference, notes }),
  payu: ({ notes }) =>
    Object.fromEntries(
      Object.values(notes)
        .slice(0, 4)
        .map((note, at) => [`udf${String(at + 1)}`, note]),
    ),
};

/**
 * A bill that is paid inside WhatsApp: one item, no tax line, since our prices include it. Services go as digital goods, by
 * convention. `parameters` is sent as an object, as in all of Meta's samples, although its text speaks of a string.
 * Source: Meta, Payments API India, order details.
 */
export function renderOrder(order: OrderMessage): Payload {
  const { amountPaise, importer, gateway, configuration, reference } = order;
  return {
    type: 'order_details',
    body: { text: order.body },
    ...(order.footer === undefined ? {} : { footer: { text: order.footer } }),
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: reference,
        type: 'digital-goods',
        currency: 'INR',
        total_amount: money(amountPaise),
        payment_settings: [
          {
            type: 'payment_gateway',
            payment_gateway: {
              type: gateway,
              configuration_name: configuration,
              [gateway]: passedOn[gateway](order),
            },
          },
        ],
        order: {
          status: 'pending',
          type: 'quick_pay',
          expiration: {
            timestamp: String(Math.floor(Date.parse(order.expiresAt) / 1000)),
            description: 'The time to pay is over',
          },
          items: [
            {
              retailer_id: 'booking',
              name: order.item,
              amount: money(amountPaise),
              quantity: 1,
              country_of_origin: 'India',
              importer_name: importer.name,
              importer_address: {
                address_line1: importer.address,
                city: importer.city,
                zone_code: importer.zoneCode,
                postal_code: importer.postalCode,
                country_code: 'IN',
              },
            },
          ],
          subtotal: money(amountPaise),
          tax: money(0),
        },
      },
    },
  };
}

/** What has become of such a bill. Source: Meta, Payments API India, order status (reference 7.4). */
export const renderOrderStatus = ({
  body,
  reference,
  status,
}: Extract<OutboundMessage, { kind: 'order-status' }>): Payload => ({
  type: 'order_status',
  body: { text: body },
  action: { name: 'review_order', parameters: { reference_id: reference, order: { status } } },
});
