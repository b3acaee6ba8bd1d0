import { countBadSignatures, countOpenLinks, listAccounts } from '../../payments/queries';
import type { TellingGateway } from '../../kernel/gateways';
import { upiLink } from '../../gateways/upi/link';
import type { PaymentAccountPage, ShownAccount } from '../../payments/accounts/schema';
import type { PaymentAccount } from '../../payments/types';
import { listChannels } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { gatewayWebhookPath } from '../webhook-path';
import { accountName } from './account-name';

/** How this web process shows things: `qr` draws a code. */
export type AccountView = {
  slug: string;
  builtIn: boolean;
  qr: (text: string) => { size: number; path: string };
};

/** The payment account with all that its owner needs for connecting it; its keys are never read back. */
export async function loadPaymentAccounts(
  world: World,
  scope: BusinessScope,
  view: AccountView,
): Promise<PaymentAccountPage> {
  const { prisma } = world.database;
  const [accounts, openLinks, channels] = await Promise.all([
    listAccounts(prisma, scope),
    countOpenLinks(prisma, scope),
    listChannels(prisma, scope),
  ]);
  const current = accounts.find(({ retiredAt }) => retiredAt === null);
  const now = world.clock.now();
  const bad = current && (await countBadSignatures(prisma, scope, { id: current.id, now }));
  const linksOf = ({ id }: PaymentAccount): number => openLinks.get(id) ?? 0;
  return {
    account: current
      ? {
          ...shown(world, current, view),
          openLinks: linksOf(current),
          badSignatures: bad?.count ?? 0,
          badSignatureAt: iso(bad?.lastAt ?? null),
        }
      : null,
    earlier: accounts.flatMap((each) => {
      const { id, gateway, mode, retiredAt } = each;
      const name = accountName(world.credentialsOf(each));
      return retiredAt
        ? [{ id, gateway, mode, name, retiredAt: retiredAt.toISOString(), openLinks: linksOf(each) }]
        : [];
    }),
    builtIn: view.builtIn,
    channels,
  };
}

const iso = (at: Date | null): string | null => at && at.toISOString();

type Counted = 'openLinks' | 'badSignatures' | 'badSignatureAt';

function shown(world: World, account: PaymentAccount, view: AccountView): Omit<ShownAccount, Counted> {
  const credentials = world.credentialsOf(account);
  const { id, gateway, mode, checkProblem } = account;
  const addressAt = (of: TellingGateway): string => world.publicUrl + gatewayWebhookPath(of, view.slug);
  const base = {
    id,
    gateway,
    mode,
    name: accountName(credentials),
    createdAt: account.createdAt.toISOString(),
    checkedAt: iso(account.checkedAt),
    checkProblem,
    heardAt: iso(account.heardAt),
    webhook: null,
    previousSecretUntil: null,
    upi: null,
  };
  switch (credentials.gateway) {
    case 'razorpay': {
      const { webhookSecret, previousSecret } = credentials;
      const isOver = !previousSecret || Date.parse(previousSecret.until) <= world.clock.now().getTime();
      return {
        ...base,
        webhook: { address: addressAt('razorpay'), secret: webhookSecret },
        previousSecretUntil: isOver ? null : previousSecret.until,
      };
    }
    case 'payu':
      return { ...base, webhook: { address: addressAt('payu'), secret: null } };
    case 'upi': {
      const { address, payee } = credentials;
      const link = upiLink({ address, payeeName: payee, amountPaise: 100, reference: 'TEST', note: 'Test' });
      // The form has seen to it that all of it is well formed.
      if (!link.ok) throw new Error(`The UPI address cannot be shown: ${link.reason}`);
      return { ...base, upi: { address, payee, qr: view.qr(link.value) } };
    }
  }
}
