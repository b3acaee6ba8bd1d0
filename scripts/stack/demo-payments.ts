import type { Env } from '../../lib/env';
import { builtInCredentials } from '../../lib/stand-ins/razorpay/credentials';
import type { SeedDemoInput } from '../../lib/workflows/seed-demo';

/** The demo business's payment account: at the gateway whose keys are given, else at the built-in stand-in where it runs. */
export function demoPayments(env: Env, secret: string): SeedDemoInput['env']['payments'] {
  const { RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, RAZORPAY_WEBHOOK_SECRET } = env;
  if (keyId && keySecret && RAZORPAY_WEBHOOK_SECRET) {
    const keys = { keyId, keySecret, webhookSecret: RAZORPAY_WEBHOOK_SECRET };
    return {
      mode: keyId.startsWith('rzp_live_') ? 'live' : 'test',
      credentials: { gateway: 'razorpay', ...keys, previousSecret: null },
    };
  }
  const { PAYU_MERCHANT_KEY: merchantKey, PAYU_MERCHANT_SALT: salt } = env;
  if (merchantKey && salt) {
    // PayU's keys do not tell, but its address does.
    const mode = env.PAYU_API_URL === 'https://info.payu.in' ? 'live' : 'test';
    return { mode, credentials: { gateway: 'payu', merchantKey, salt, links: null } };
  }
  if (!env.simulator) return null;
  const keys = builtInCredentials(secret, 'demo');
  return { mode: 'built-in', credentials: { gateway: 'razorpay', ...keys, previousSecret: null } };
}
