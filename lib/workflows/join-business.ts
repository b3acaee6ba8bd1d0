import { hash } from '@node-rs/argon2';
import { transaction } from '../db/transaction';
import type { LocalText } from '../kernel/local-text';
import { fail, ok, type Result } from '../kernel/result';
import type { Role } from '../kernel/roles';
import { publish } from '../live/publish';
import { createAccount } from '../tenancy/commands/account';
import { acceptInvitation } from '../tenancy/commands/people';
import { recordAudit } from '../tenancy/commands/record-audit';
import { findStaffUser } from '../tenancy/queries';
import type { JoinInput } from '../tenancy/schema';
import { findInvitation } from '../tenancy/sql/people';
import type { StaffUser } from '../tenancy/types';
import { digestOf } from '../vault/one-time-code';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock'>;

/** What a link invites to; null for one that opens nothing. */
export async function loadInvitation(
  world: Desk,
  link: { slug: string; token: string },
): Promise<{ businessName: LocalText; name: string; role: Role } | null> {
  const found = await findInvitation(world.database.prisma, {
    slug: link.slug,
    tokenHash: digestOf(link.token),
    now: world.clock.now(),
  });
  // The business's own name, by language.
  return found && { businessName: found.businessName as LocalText, name: found.name, role: found.role };
}

export type JoinFailure =
  | { reason: 'link-used' }
  /** Somebody signs in with this e-mail already: they do so first. */
  | { reason: 'email-known' }
  | { reason: 'same-as-email' }
  | { reason: 'sign-in-wanted' }
  | { reason: 'member-already' };

/**
 * Lets a person into the business that invited them: with a new account, or as who they are signed in as. A link
 * works once; of two that use it at the same moment one gets in.
 */
export async function joinBusiness(
  world: Desk,
  input: JoinInput & { signedIn: StaffUser | null; from: { address: string; agent: string } },
): Promise<Result<StaffUser, JoinFailure>> {
  const { account, signedIn, slug } = input;
  const now = world.clock.now();
  const email = account?.email.trim().toLowerCase();
  if (account && account.password.toLowerCase() === email) return fail({ reason: 'same-as-email' });
  // Costly on purpose, and so not inside the transaction.
  const passwordHash = account && !signedIn ? await hash(account.password) : null;
  return transaction(world.database, async (tx) => {
    const invitation = await findInvitation(tx, { slug, tokenHash: digestOf(input.token), now });
    if (!invitation) return fail({ reason: 'link-used' });
    let userId = signedIn?.id ?? null;
    if (!userId && account && passwordHash && email) {
      const { name, language } = account;
      userId = await createAccount(tx, { email, name, passwordHash, language });
      if (!userId) return fail({ reason: 'email-known' });
    }
    const user = userId === null ? null : await findStaffUser(tx, userId);
    if (!user) return fail({ reason: 'sign-in-wanted' });
    const { scope, id, role, resourceId } = invitation;
    if (!(await acceptInvitation(tx, scope, { id, userId: user.id, role, resourceId, now })))
      return fail({ reason: 'member-already' });
    await recordAudit(tx, scope, {
      actor: { userId: user.id, name: user.name, role, ...input.from },
      action: 'person.join',
      subject: { kind: 'person', id: user.id, label: user.name },
      after: { role },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
    return ok(user);
  });
}
