import type { AccountCredentials } from '../gateways/credentials';

/** What the PayU account of tests is opened with; it has Payment Links. */
export const payuKeys = {
  gateway: 'payu',
  merchantKey: 'payukey',
  salt: 'payu-salt-secret',
  links: { merchantId: '8000001', clientId: 'payu-client', clientSecret: 'payu-client-secret' },
} as const satisfies AccountCredentials;
