/** Where money is paid beforehand: gateways that tell of it, and `upi`, a bare address of which nobody tells anything. */
export const gatewayNames = ['razorpay', 'payu', 'upi'] as const;
export type GatewayName = (typeof gatewayNames)[number];

/** Those that take links and tell us what became of them. */
export type TellingGateway = Exclude<GatewayName, 'upi'>;
export const tellingGateways = gatewayNames.filter((name) => name !== 'upi');

/** What they are called: the same in every language. */
export const gatewayLabels: Readonly<Record<GatewayName, string>> = {
  razorpay: 'Razorpay',
  payu: 'PayU',
  upi: 'UPI',
};

/** Those that Meta's order messages can name. Source: Meta, Payments API India (reference 7.4). */
const orderGateways = ['razorpay', 'payu'] as const satisfies readonly TellingGateway[];
export type OrderGateway = (typeof orderGateways)[number];

/** Whether a bill inside WhatsApp can be paid there. */
export const takesOrderMessages = (name: GatewayName): name is OrderGateway =>
  orderGateways.some((one) => one === name);
