import { z } from 'zod';
import { alertKinds } from '../../messaging/account-alert';
import { findingSchema } from '../../messaging/finding';
import { channelProviders, type OfferedProvider, offeredProviders } from '../../messaging/providers';

// What of a WhatsApp number and its connection crosses to the browser and back.

/** As it was pasted; empty: the one that is kept already stays. */
const pasted = z.string().trim().max(2000);
const metasId = z
  .string()
  .trim()
  .regex(/^\d{5,25}$/, 'digits-wanted');
/** As somebody types it; understood by `phoneOfTyped`. */
const phone = z.string().trim().min(6, 'phone-wanted').max(30);

const forms = {
  'cloud-api': z.object({
    provider: z.literal('cloud-api'),
    phoneNumberId: metasId,
    wabaId: metasId,
    accessToken: pasted,
    appSecret: pasted,
  }),
  d360: z.object({
    provider: z.literal('d360'),
    /** Meta's id of the number, or (where 360dialog does not show it) nothing. */
    phoneNumberId: z.union([metasId, z.literal('')]),
    phone,
    apiKey: pasted,
    partnerSecret: pasted,
  }),
  gupshup: z.object({
    provider: z.literal('gupshup'),
    phone,
    apiKey: pasted,
    appName: z.string().trim().min(1, 'wanted').max(200),
    appId: z.string().trim().min(1, 'wanted').max(200),
  }),
  twilio: z.object({
    provider: z.literal('twilio'),
    phone,
    accountSid: z
      .string()
      .trim()
      .regex(/^AC[0-9a-f]{32}$/i, 'sid-wanted'),
    authToken: pasted,
  }),
  onprem: z.object({
    provider: z.literal('onprem'),
    phone,
    username: z.string().trim().min(1, 'wanted').max(200),
    password: pasted,
    namespace: z.string().trim().max(200),
  }),
} satisfies { [Provider in OfferedProvider]: z.ZodType<{ provider: Provider }> };

type Form = (typeof forms)[OfferedProvider];

/** Keys and ids of a number, by provider. */
export const channelForm = z.discriminatedUnion('provider', Object.values(forms) as [Form, ...Form[]]);
export type ChannelForm = z.infer<typeof channelForm>;

export const channelParams = z.object({ channel: z.uuid() });
export const testBody = z.object({ phone });
export const archiveBody = z.object({ archived: z.boolean() });

export const connectedAnswer = z.object({ id: z.uuid() });

/** What became of something that only the provider can do. */
export const providerAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    /** The provider's own code, where it gave one; what it means is in the catalogue. */
    code: z.number().int().nullable(),
    /** In the provider's words. */
    detail: z.string(),
  }),
]);
export type ProviderAnswer = z.infer<typeof providerAnswer>;

const instant = z.iso.datetime().nullable();

/** One number among the others. */
export const channelSummary = z.object({
  id: z.uuid(),
  provider: z.enum(channelProviders),
  /** The number as people know it; its key where that is not known yet. */
  label: z.string(),
  archived: z.boolean(),
  /** How it is, the worst first: archived, paused, not connected yet, something wrong, well. */
  state: z.enum(['archived', 'paused', 'connecting', 'wrong', 'well']),
  /** Things that want a person. */
  attention: z.number().int(),
  /** Anybody has written to it. */
  inUse: z.boolean(),
});
export type ChannelSummary = z.infer<typeof channelSummary>;

export const channelsPage = z.object({
  channels: z.array(channelSummary),
  /** Providers that this installation has an address of. */
  offered: z.array(z.enum(offeredProviders)),
});
export type ChannelsPage = z.infer<typeof channelsPage>;

export const channelsAttention = z.object({ count: z.number().int() });

/** A number with its connection and its health. Secrets are never part of it. */
export const channelDetail = channelSummary.extend({
  key: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string().nullable(),
  phone: z.string().nullable(),
  /** What of the credentials is no secret, for the form to begin with: names and ids. */
  known: z.record(z.string(), z.string()),
  pausedReason: z.string().nullable(),
  callback: z.object({
    address: z.string(),
    /** What has to be entered beside the address: Meta's verify token, the header that 360dialog sends. */
    secret: z.object({ kind: z.enum(['verify-token', 'header']), value: z.string() }).nullable(),
    /** The address is public and https: providers can reach it. */
    reachable: z.boolean(),
    /** It can be entered for the owner. */
    settable: z.boolean(),
  }),
  findings: z.array(findingSchema),
  checkedAt: instant,
  verifiedAt: instant,
  unprovedAt: instant,
  testedAt: instant,
  tokenExpiresAt: instant,
  qualityRating: z.string().nullable(),
  messagingLimitTier: z.string().nullable(),
  ratePerSecond: z.number().int(),
  heldAt: instant,
  lastInboundAt: instant,
  lastOutboundAt: instant,
  lastEventAt: instant,
  /** Messages went out and nothing was heard of them. */
  silent: z.boolean(),
  /** What did not go out in the last seven days, most frequent first. */
  failures: z.array(
    z.object({
      kind: z.string(),
      code: z.number().int().nullable(),
      detail: z.string(),
      count: z.number().int(),
      lastAt: z.iso.datetime(),
    }),
  ),
  alerts: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      kind: z.enum(alertKinds),
      urgent: z.boolean(),
      params: z.record(z.string(), z.string()),
      seen: z.boolean(),
    }),
  ),
  /** Providers that it may move to. */
  offered: z.array(z.enum(offeredProviders)),
});
export type ChannelDetail = z.infer<typeof channelDetail>;
