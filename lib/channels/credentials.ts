import { z } from 'zod';
import type { ChannelProvider } from '../messaging/providers';

const secret = z.string().min(1);

const cloudApi = z.object({ accessToken: z.string(), appSecret: z.string(), verifyToken: z.string() });

/** What is sealed of a channel, by its provider. */
export const channelCredentials = {
  'cloud-api': cloudApi,
  simulator: cloudApi,
  /** `webhookSecret`: a header of our choosing that 360dialog sends with every event. `partnerSecret`: of a partner's platform. */
  d360: z.object({ apiKey: secret, webhookSecret: secret, partnerSecret: secret.optional() }),
  twilio: z.object({ accountSid: secret, authToken: secret }),
  /** Gupshup signs nothing: `webhookToken` is part of the address it is given. */
  gupshup: z.object({ apiKey: secret, appName: secret, appId: secret, webhookToken: secret }),
  /** The webapp signs nothing either. `namespace`: of the account's templates, which a webapp of Meta's own asks for. */
  onprem: z.object({
    username: secret,
    password: secret,
    webhookToken: secret,
    namespace: secret.optional(),
  }),
} satisfies Record<ChannelProvider, z.ZodType>;

/** Names and ids among them, which are no secrets: shown again to whoever changes them. */
export const shownCredentials: {
  readonly [Provider in ChannelProvider]: readonly (keyof ChannelCredentials[Provider])[];
} = {
  'cloud-api': [],
  simulator: [],
  d360: [],
  twilio: ['accountSid'],
  gupshup: ['appName', 'appId'],
  onprem: ['username', 'namespace'],
};

export type ChannelCredentials = {
  [Provider in ChannelProvider]: z.infer<(typeof channelCredentials)[Provider]>;
};
