import type { Running } from '../http';
import type { Account } from './account';
import { builtInCredentials, merchantOf } from './credentials';
import { openAccount, serveAccounts } from './serve-accounts';

export type BuiltInOptions = {
  port: number;
  /** NERAM_SECRET, which the merchants' keys are derived from. */
  secret: string;
  /** Where browsers reach the checkout, without `/pay/…`. */
  publicUrl: string;
  webhookUrl: (merchant: string) => string;
};

/**
 * The stand-in that runs with the embedded default: every business has an account here, opened with its first call, and all
 * is forgotten when it stops. Throws when the port is taken.
 */
export function startBuiltInRazorpay(options: BuiltInOptions): Promise<Running> {
  const { port, secret, publicUrl, webhookUrl } = options;
  const opened = new Map<string, Account>();
  return serveAccounts(port, {
    publicUrl,
    all: () => opened.values(),
    ofKey(keyId) {
      const merchant = merchantOf(keyId);
      if (merchant === null) return null;
      const { keySecret, webhookSecret } = builtInCredentials(secret, merchant);
      const webhook = { url: webhookUrl(merchant), secret: webhookSecret };
      const account = opened.get(keyId) ?? openAccount({ keyId, keySecret, webhook });
      opened.set(keyId, account);
      return account;
    },
  });
}
