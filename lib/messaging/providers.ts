/** Who carries WhatsApp messages for a channel; `simulator` is the built-in stand-in, which speaks the Cloud API. */
export const channelProviders = ['cloud-api', 'simulator', 'd360', 'twilio', 'gupshup', 'onprem'] as const;
export type ChannelProvider = (typeof channelProviders)[number];

/** Providers that an owner can connect a number through, in the order in which they are offered; the simulator is built in. */
export type OfferedProvider = Exclude<ChannelProvider, 'simulator'>;
export const offeredProviders = channelProviders.filter((provider) => provider !== 'simulator');

/** What they are called: the same in every language. */
export const providerNames: Readonly<Record<OfferedProvider, string>> = {
  'cloud-api': 'Meta',
  d360: '360dialog',
  twilio: 'Twilio',
  gupshup: 'Gupshup',
  onprem: 'On-Premises API',
};

const orders: Readonly<Record<ChannelProvider, boolean>> = {
  'cloud-api': true,
  simulator: true,
  d360: true,
  twilio: false,
  gupshup: false,
  onprem: false,
};

/** Whether customers can pay inside WhatsApp there (order messages); elsewhere they are given the link at once. */
export const takesOrders = (provider: ChannelProvider): boolean => orders[provider];
