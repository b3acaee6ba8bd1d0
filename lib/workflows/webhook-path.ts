import type { TellingGateway } from '../kernel/gateways';
import type { ChannelProvider } from '../messaging/providers';

/** The name under which a provider's webhooks are answered. */
export const webhookDoors = {
  'cloud-api': 'whatsapp',
  simulator: 'whatsapp',
  d360: 'd360',
  twilio: 'twilio',
  gupshup: 'gupshup',
  onprem: 'onprem',
} as const satisfies Record<ChannelProvider, string>;

/** Where a provider brings a channel's events to, below the public origin. */
export const webhookPathOf = (provider: ChannelProvider, key: string): string =>
  `/api/webhooks/${webhookDoors[provider]}/${encodeURIComponent(key)}`;

/** The name under which a gateway's webhooks are answered. Razorpay takes no address that contains its name. */
export const gatewayDoors = {
  razorpay: 'payments/rzp',
  payu: 'payments/payu',
} as const satisfies Record<TellingGateway, string>;

/** Where a gateway brings a business's payment events to, below the public origin. */
export const gatewayWebhookPath = (gateway: TellingGateway, slug: string): string =>
  `/api/webhooks/${gatewayDoors[gateway]}/${slug}`;
