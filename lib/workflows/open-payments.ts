import { accountCredentialsSchema, type AccountCredentials } from '../gateways/credentials';
import { openPayu } from '../gateways/payu/gateway';
import { openRazorpay } from '../gateways/razorpay/gateway';
import type { PaymentGateway, PayuConnection, RazorpayConnection } from '../gateways/types';
import type { Clock } from '../kernel/clock';
import type { AccountMode, PaymentAccount } from '../payments/types';

/** Base addresses of gateways, no trailing slash. */
export type PaymentAddresses = {
  razorpayApiUrl: string;
  payuApiUrl: string;
  payuCheckoutUrl: string;
  /** Of the built-in stand-in, where it runs. */
  standInUrl: string | null;
};

export type PaymentDoor = {
  credentialsOf(account: PaymentAccount): AccountCredentials;
  gatewayOf(account: PaymentAccount): PaymentGateway | null;
  upiOf(account: PaymentAccount): { address: string; payee: string } | null;
};

type Opened = { credentials: AccountCredentials; gateway: PaymentGateway | null; until: number };

/** Opens payment accounts, each version of their credentials once. `unseal` throws on what it did not seal. */
export function openPayments(
  addresses: PaymentAddresses,
  { unseal, clock }: { unseal: (sealed: string) => string; clock: Clock },
): PaymentDoor {
  const known = new Map<string, Opened>();
  const open = ({ id, mode, credentials: sealed }: PaymentAccount): Opened => {
    const key = `${id} ${mode} ${sealed}`;
    const before = known.get(key);
    if (before && before.until > clock.now().getTime()) return before;
    const credentials = accountCredentialsSchema.parse(JSON.parse(unseal(sealed)));
    const opened = {
      credentials,
      gateway: gatewayWith(credentials, mode, addresses, clock),
      until: changesAt(credentials, clock.now()),
    };
    if (known.size > 10_000) known.clear();
    known.set(key, opened);
    return opened;
  };
  return {
    credentialsOf: (account) => open(account).credentials,
    gatewayOf: (account) => open(account).gateway,
    upiOf(account) {
      const { credentials } = open(account);
      return credentials.gateway === 'upi'
        ? { address: credentials.address, payee: credentials.payee }
        : null;
    },
  };
}

/** When the previous webhook secret ends, in epoch milliseconds; never, where there is none. */
function changesAt(credentials: AccountCredentials, now: Date): number {
  if (!('previousSecret' in credentials) || !credentials.previousSecret) return Infinity;
  const until = Date.parse(credentials.previousSecret.until);
  return until > now.getTime() ? until : Infinity;
}

function gatewayWith(
  credentials: AccountCredentials,
  mode: AccountMode,
  addresses: PaymentAddresses,
  clock: Clock,
): PaymentGateway | null {
  switch (credentials.gateway) {
    case 'razorpay':
      return openRazorpay(razorpayConnection(credentials, mode, addresses, clock.now()), { clock });
    case 'payu':
      return openPayu(payuConnection(credentials, mode, addresses), { clock });
    case 'upi':
      return null;
  }
}

/** Port 9 is "discard": with the stand-in off its calls fail as unreachable. */
const nowhere = 'http://127.0.0.1:9';

function razorpayConnection(
  given: AccountCredentials & { gateway: 'razorpay' },
  mode: AccountMode,
  { razorpayApiUrl, standInUrl }: PaymentAddresses,
  now: Date,
): RazorpayConnection {
  const { keyId, keySecret, webhookSecret, previousSecret } = given;
  const previous = previousSecret && Date.parse(previousSecret.until) > now.getTime() ? [previousSecret] : [];
  return {
    gateway: 'razorpay',
    apiUrl: mode === 'built-in' ? (standInUrl ?? nowhere) : razorpayApiUrl,
    keyId,
    keySecret,
    webhookSecrets: [webhookSecret, ...previous.map(({ secret }) => secret)],
  };
}

/** PayU's own places. Source: payments reference 2.1. */
const payuPlaces = {
  live: {
    apiUrl: 'https://info.payu.in',
    checkoutUrl: 'https://secure.payu.in',
    accountsUrl: 'https://accounts.payu.in',
    linksUrl: 'https://oneapi.payu.in',
  },
  test: {
    apiUrl: 'https://test.payu.in',
    checkoutUrl: 'https://test.payu.in',
    accountsUrl: 'https://uat-accounts.payu.in',
    linksUrl: 'https://uatoneapi.payu.in',
  },
};

/** An address of our own choosing stands for every place of PayU's, in either mode. */
function payuConnection(
  given: AccountCredentials & { gateway: 'payu' },
  mode: AccountMode,
  { payuApiUrl, payuCheckoutUrl }: PaymentAddresses,
): PayuConnection {
  const { live, test } = payuPlaces;
  const own = mode === 'live' && payuApiUrl !== test.apiUrl ? live : test;
  const isOwn = payuApiUrl !== live.apiUrl && payuApiUrl !== test.apiUrl;
  const { accountsUrl, linksUrl } = isOwn ? { accountsUrl: payuApiUrl, linksUrl: payuApiUrl } : own;
  return {
    gateway: 'payu',
    apiUrl: isOwn ? payuApiUrl : own.apiUrl,
    checkoutUrl: payuCheckoutUrl === live.checkoutUrl ? own.checkoutUrl : payuCheckoutUrl,
    merchantKey: given.merchantKey,
    salt: given.salt,
    links: given.links && { accountsUrl, linksUrl, ...given.links },
  };
}
