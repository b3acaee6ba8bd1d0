import { transaction } from '../db/transaction';
import type { AccountCredentials } from '../gateways/credentials';
import { saveAccount } from '../payments/commands/save-account';
import { findAccount } from '../payments/queries';
import type { PaymentAccount } from '../payments/types';
import { startRazorpay, type RunningRazorpay } from '../stand-ins/razorpay/server';
import type { BusinessScope } from '../tenancy/types';
import type { World } from '../workflows/types';

/** What the account of tests is opened with. */
export const razorpayKeys = {
  gateway: 'razorpay',
  keyId: 'rzp_test_STANDIN0000001',
  keySecret: 'razorpay-key-secret',
  webhookSecret: 'razorpay-webhook-secret',
  previousSecret: null,
} as const satisfies AccountCredentials;

/** A stand-in of Razorpay for `razorpayKeys`, on a free port. It tells `webhookUrl` once what happens. */
export const startTestRazorpay = (
  webhookUrl: string,
  now?: () => Date,
  retryDelaysMs: readonly number[] = [],
): Promise<RunningRazorpay> =>
  startRazorpay({
    port: 0,
    keyId: razorpayKeys.keyId,
    keySecret: razorpayKeys.keySecret,
    webhook: { url: webhookUrl, secret: razorpayKeys.webhookSecret },
    retryDelaysMs,
    ...(now ? { now } : {}),
  });

/** Gives the business this account for its payments, by default one at the stand-in of Razorpay. */
export async function connectAccount(
  world: World,
  scope: BusinessScope,
  credentials: AccountCredentials = razorpayKeys,
): Promise<PaymentAccount> {
  const { gateway } = credentials;
  const sealed = world.seal(JSON.stringify(credentials));
  const id = await transaction(world.database, (tx) =>
    saveAccount(tx, scope, { gateway, mode: 'test', credentials: sealed, now: world.clock.now() }),
  );
  const account = await findAccount(world.database.prisma, scope, id);
  if (!account) throw new Error('The account was not saved.');
  return account;
}
