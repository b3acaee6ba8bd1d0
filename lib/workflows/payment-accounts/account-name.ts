import type { AccountCredentials } from '../../gateways/credentials';

/** What tells an account from others and is no secret. */
export function accountName(credentials: AccountCredentials): string {
  switch (credentials.gateway) {
    case 'razorpay':
      return credentials.keyId;
    case 'payu':
      return credentials.merchantKey;
    case 'upi':
      return credentials.address;
  }
}
