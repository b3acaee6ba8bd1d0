import { readEnv } from '../env';
import { builtInCredentials, type RazorpayCredentials } from '../stand-ins/razorpay/credentials';
import type { AccountView } from '../workflows/payment-accounts/load-payment-accounts';
import { qrPath } from './qr-code';
import { world } from './world';

const isBuiltIn = (): boolean => readEnv().NERAM_PAYMENT_STAND_IN_URL !== undefined;

/** What a business is known by at the built-in stand-in; null where that does not run. */
export const builtInKeys = (slug: string): RazorpayCredentials | null =>
  isBuiltIn() ? builtInCredentials(world().secret, slug) : null;

export const accountView = (slug: string): AccountView => ({ slug, builtIn: isBuiltIn(), qr: qrPath });
