import { randomBytes } from 'node:crypto';
import type { AccountCredentials } from '../../gateways/credentials';
import { AppError } from '../../kernel/app-error';
import type { AccountForm } from '../../payments/accounts/schema';
import type { AccountMode } from '../../payments/types';

/** A webhook secret: 192 bits, in letters that every form takes. */
export const newWebhookSecret = (): string => randomBytes(24).toString('hex');

/** Keys of this business at the built-in stand-in; null where it does not run. */
export type BuiltInKeys = { keyId: string; keySecret: string; webhookSecret: string } | null;

/** What is sealed of an account as it was entered. Throws `conflict` where the built-in stand-in does not run. */
export function formCredentials(
  form: AccountForm,
  builtIn: BuiltInKeys,
): { mode: AccountMode; credentials: AccountCredentials } {
  switch (form.gateway) {
    case 'built-in':
      if (!builtIn) throw new AppError('conflict', 'The built-in stand-in does not run here.');
      return {
        mode: 'built-in',
        credentials: { gateway: 'razorpay', ...builtIn, previousSecret: null },
      };
    case 'razorpay':
      return {
        mode: form.keyId.startsWith('rzp_live_') ? 'live' : 'test',
        credentials: { ...form, webhookSecret: newWebhookSecret(), previousSecret: null },
      };
    case 'payu': {
      const { gateway, mode, merchantKey, salt, merchantId, clientId, clientSecret } = form;
      const links = merchantId === '' ? null : { merchantId, clientId, clientSecret };
      return { mode, credentials: { gateway, merchantKey, salt, links } };
    }
    case 'upi':
      return { mode: 'live', credentials: form };
  }
}
