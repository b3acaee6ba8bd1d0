/** Who carries WhatsApp messages for a channel; `simulator` is the built-in stand-in, which speaks the Cloud API. */
export const channelProviders = ['cloud-api', 'simulator', 'd360', 'twilio', 'gupshup', 'onprem'] as const;
export type ChannelProvider = (typeof channelProviders)[number];

const withoutOrders: ReadonlySet<ChannelProvider> = new Set(['gupshup', 'twilio', 'onprem']);

/** Whether customers can pay inside WhatsApp there (order messages); elsewhere they are given the link at once. */
export const takesOrders = (provider: ChannelProvider): boolean => !withoutOrders.has(provider);
