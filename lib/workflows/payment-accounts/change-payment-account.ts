import { transaction } from '../../db/transaction';
import type { Tx } from '../../db/client';
import type { AccountCredentials } from '../../gateways/credentials';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import type { AccountForm } from '../../payments/accounts/schema';
import { renewCredentials } from '../../payments/commands/renew-credentials';
import { retireAccount, saveAccount } from '../../payments/commands/save-account';
import { currentAccount } from '../../payments/queries';
import type { PaymentAccount } from '../../payments/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';
import { accountName } from './account-name';
import { type BuiltInKeys, formCredentials, newWebhookSecret } from './form-credentials';
import { touchCatalog } from '../../catalog/commands/touch-catalog';

export type AccountEditor = { world: World; scope: BusinessScope; actor: StaffActor };

/** What happened before a rotation may come signed with the old secret for so long. Source: payments reference 1.4 (Razorpay). */
const oldSecretMs = 24 * 60 * 60 * 1000;

/** How an account is written down: never its secrets. */
const shown = (world: World, account: PaymentAccount | null): object | null =>
  account && {
    gateway: account.gateway,
    mode: account.mode,
    name: accountName(world.credentialsOf(account)),
  };

/** Takes this account for new payments; the one before keeps what went through it. */
export async function connectPaymentAccount(
  { world, scope, actor }: AccountEditor,
  form: AccountForm,
  builtIn: BuiltInKeys,
): Promise<void> {
  const { mode, credentials } = formCredentials(form, builtIn);
  const { gateway } = credentials;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const before = await currentAccount(tx, scope);
    const sealed = world.seal(JSON.stringify(credentials));
    const id = await saveAccount(tx, scope, { gateway, mode, credentials: sealed, now });
    await recordAudit(tx, scope, {
      actor,
      action: before ? 'payment-account.replace' : 'payment-account.connect',
      subject: { kind: 'payment-account', id, label: accountName(credentials) },
      before: shown(world, before),
      after: { gateway, mode, name: accountName(credentials) },
      now,
    });
    // What services ask for beforehand depends on there being an account.
    await touchCatalog(tx, scope);
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** No account for new payments from here on. Nothing happens where there is none. */
export function removePaymentAccount({ world, scope, actor }: AccountEditor): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const before = await currentAccount(tx, scope);
    if (!before) return;
    await retireAccount(tx, scope, now);
    await touchCatalog(tx, scope);
    await writeDown(tx, { world, scope, actor }, { account: before, action: 'payment-account.remove' });
  });
}

async function writeDown(
  tx: Tx,
  { world, scope, actor }: AccountEditor,
  { account, action }: { account: PaymentAccount; action: string },
): Promise<void> {
  const label = accountName(world.credentialsOf(account));
  await recordAudit(tx, scope, {
    actor,
    action,
    subject: { kind: 'payment-account', id: account.id, label },
    now: world.clock.now(),
  });
  await publish(tx, scope, { kind: 'setup' });
}

/** Changes what is sealed of the current account. Throws `conflict` when somebody else has changed it meanwhile. */
function renew(
  editor: AccountEditor,
  action: string,
  change: (account: PaymentAccount, credentials: AccountCredentials) => AccountCredentials,
): Promise<void> {
  const { world, scope } = editor;
  return transaction(world.database, async (tx) => {
    const account = await currentAccount(tx, scope);
    if (!account) throw new AppError('not-found', 'There is no payment account.');
    const changed = change(account, world.credentialsOf(account));
    const done = await renewCredentials(tx, scope, {
      id: account.id,
      mode: account.mode,
      credentials: world.seal(JSON.stringify(changed)),
      before: account.credentials,
    });
    if (!done) throw new AppError('conflict', 'Somebody else has just changed this account.');
    await writeDown(tx, editor, { account, action });
  });
}

/**
 * New keys for the same account at the same gateway; its webhook secret stays. Throws `invalid` for another gateway or
 * mode: that is another account.
 */
export const renewPaymentKeys = (editor: AccountEditor, form: AccountForm): Promise<void> =>
  renew(editor, 'payment-account.renew', (account, before) => {
    const given = formCredentials(form, null);
    if (given.credentials.gateway !== before.gateway || given.mode !== account.mode)
      throw new AppError('invalid', 'These keys are another account’s.', [
        { path: 'gateway', message: 'pay_mistakeOther' },
      ]);
    if (!('previousSecret' in given.credentials) || !('previousSecret' in before)) return given.credentials;
    const { webhookSecret, previousSecret } = before;
    return { ...given.credentials, webhookSecret, previousSecret };
  });

/** A new webhook secret; the one before is believed for a day more. Throws `conflict` where the gateway has none. */
export const rotateWebhookSecret = (editor: AccountEditor): Promise<void> =>
  renew(editor, 'payment-account.secret', ({ mode }, before) => {
    if (!('previousSecret' in before) || mode === 'built-in')
      throw new AppError('conflict', 'This account has no webhook secret of ours.');
    const until = new Date(editor.world.clock.now().getTime() + oldSecretMs).toISOString();
    const previousSecret = { secret: before.webhookSecret, until };
    return { ...before, webhookSecret: newWebhookSecret(), previousSecret };
  });
