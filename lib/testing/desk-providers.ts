import { withNumbers } from '../channels/gupshup/numbered-places';
import type { ChannelCredentials } from '../channels/credentials';
import { d360Front } from '../simulator/fronts/d360';
import { gupshupFront } from '../simulator/fronts/gupshup';
import { onpremFront } from '../simulator/fronts/onprem';
import { twilioFront } from '../simulator/fronts/twilio';
import type { ProviderFront } from '../simulator/fronts/types';
import { approvedTemplates, type ApprovedTemplate } from '../simulator/templates';
import { type OfferedProvider, offeredProviders } from '../messaging/providers';
import type { WhatsAppAddresses } from '../workflows/open-world';
import { webhookPathOf } from '../workflows/webhook-path';

/** Whose API a desk's customers are reached through. */
export type DeskProvider = OfferedProvider;

/** What a channel at one provider and its stand-in have to agree on. */
export type ProviderAtDesk<Provider extends DeskProvider = DeskProvider> = {
  provider: Provider;
  /** How the provider names our number. */
  phoneNumberId: string;
  credentials: ChannelCredentials[Provider];
  /** Which of the installation's addresses is the stand-in's. */
  address: keyof WhatsAppAddresses;
  /** Null: the stand-in plays Meta's own API. A fresh one for each stand-in. */
  front: (() => ProviderFront) | null;
  templates: readonly ApprovedTemplate[];
  /** What the address that it was given holds beside the path, e.g. `?token=…`. */
  query: string;
  /** Whether somebody without a phone number can be written to. */
  reachesBsuids: boolean;
  /** Whether we hear of what such a person writes; said only where we do not. */
  hearsBsuids?: false;
  /** What the provider calls 131026 (not on WhatsApp) when it tells of it later, if it has a code of its own. */
  unreachableCode?: number;
};

export const metasCredentials = {
  accessToken: 'test-token',
  appSecret: 'test-app-secret',
  verifyToken: 'test-verify',
};
export const deskNumber = {
  phoneNumberId: '100000000000009',
  wabaId: '200000000000009',
  displayPhone: '+914400000009',
};

const d360 = { apiKey: 'test-d360-key', webhookSecret: 'test-d360-webhook-secret' };
const gupshup = {
  apiKey: 'test-gupshup-key',
  appName: 'NeramTest',
  appId: '5d2f0d8e-0000-4000-8000-00000000a001',
  webhookToken: 'test-gupshup-webhook-token',
};

const twilio = { accountSid: 'AC00000000000000000000000000000009', authToken: 'test-twilio-auth-token' };
const onprem = { username: 'admin', password: 'Test-passw0rd!', webhookToken: 'test-onprem-webhook-token' };

/** Where the desk's installation is reached, as its providers were told: they post to its webhook server all the same. */
export const deskPublicUrl = 'http://localhost:3000';

/** Gupshup's places have numbers only. */
const numbered: readonly ApprovedTemplate[] = approvedTemplates.map((template) => ({
  ...template,
  body: withNumbers(template.body),
  ...(template.header !== undefined && { header: withNumbers(template.header) }),
}));

export const deskProviders: { [Provider in DeskProvider]: ProviderAtDesk<Provider> } = {
  'cloud-api': {
    provider: 'cloud-api',
    phoneNumberId: deskNumber.phoneNumberId,
    credentials: metasCredentials,
    address: 'cloudApiUrl',
    front: null,
    templates: approvedTemplates,
    query: '',
    reachesBsuids: true,
  },
  d360: {
    provider: 'd360',
    phoneNumberId: deskNumber.phoneNumberId,
    credentials: d360,
    address: 'd360Url',
    front: () => d360Front(d360),
    templates: approvedTemplates,
    query: '',
    reachesBsuids: true,
  },
  gupshup: {
    provider: 'gupshup',
    phoneNumberId: deskNumber.displayPhone.replace('+', ''),
    credentials: gupshup,
    address: 'gupshupUrl',
    front: () =>
      gupshupFront({ apiKey: gupshup.apiKey, app: gupshup.appName, appId: gupshup.appId, version: 2 }),
    templates: numbered,
    query: `?token=${gupshup.webhookToken}`,
    reachesBsuids: false,
  },
  twilio: {
    provider: 'twilio',
    phoneNumberId: deskNumber.displayPhone.replace('+', ''),
    credentials: twilio,
    address: 'twilioUrl',
    front: () =>
      twilioFront({
        ...twilio,
        toldAddress: (postedTo) =>
          deskPublicUrl + webhookPathOf('twilio', new URL(postedTo).pathname.slice(1)),
      }),
    templates: approvedTemplates,
    query: '',
    reachesBsuids: true,
    unreachableCode: 63003,
  },
  onprem: {
    provider: 'onprem',
    phoneNumberId: deskNumber.displayPhone.replace('+', ''),
    credentials: onprem,
    address: 'onpremUrl',
    front: () => onpremFront(onprem),
    templates: approvedTemplates,
    query: `?token=${onprem.webhookToken}`,
    reachesBsuids: false,
    hearsBsuids: false,
    unreachableCode: 1026,
  },
};

/** All but Meta itself, over whose API every other test goes. */
export const otherProviders: readonly Exclude<DeskProvider, 'cloud-api'>[] = offeredProviders.filter(
  (provider) => provider !== 'cloud-api',
);
