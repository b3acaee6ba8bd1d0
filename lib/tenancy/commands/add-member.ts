import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Language } from '../../kernel/local-text';
import type { BusinessScope } from '../types';

export type NewMember = {
  email: string;
  name: string;
  /** Argon2id, never the password itself. */
  passwordHash: string;
  language: Language;
  role: 'owner' | 'manager' | 'staff' | 'practitioner';
};

/**
 * Lets a person sign in and act in the business. Somebody who signs in already keeps name, password and language;
 * somebody who is a member already keeps the role. Returns the user's id.
 */
export async function addMember(tx: Tx, scope: BusinessScope, member: NewMember): Promise<string> {
  const { role, ...user } = member;
  const email = user.email.trim().toLowerCase();
  await tx.staffUser.createMany({ data: { id: newId(), ...user, email }, skipDuplicates: true });
  const { id: userId } = await tx.staffUser.findUniqueOrThrow({ where: { email }, select: { id: true } });
  await addMembership(tx, scope, userId, role);
  return userId;
}

/** Lets somebody who signs in already act in the business; a member already keeps the role. */
export async function addMembership(
  tx: Tx,
  scope: BusinessScope,
  userId: string,
  role: NewMember['role'],
): Promise<void> {
  await tx.membership.createMany({
    data: { businessId: scope.businessId, id: newId(), userId, role },
    skipDuplicates: true,
  });
}
