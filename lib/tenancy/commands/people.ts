import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Role } from '../../kernel/roles';
import { fail, ok, type Result } from '../../kernel/result';
import type { RoleInput } from '../schema';
import type { BusinessScope } from '../types';

export type Member = { id: string; userId: string; role: Role; resourceId: string | null };

/**
 * A member, with all owners locked until the transaction ends: two owners who leave at the same moment do so one after
 * the other, and the second is told. Null when there is no such member.
 */
async function lockMember(
  tx: Tx,
  scope: BusinessScope,
  memberId: string,
): Promise<(Member & { lastOwner: boolean }) | null> {
  const rows = await tx.$queryRaw<Member[]>`
    SELECT id, user_id AS "userId", role, resource_id AS "resourceId" FROM membership
    WHERE business_id = ${scope.businessId}::uuid AND (role = 'owner' OR id = ${memberId}::uuid)
    ORDER BY id FOR UPDATE`;
  const member = rows.find((one) => one.id === memberId);
  if (!member) return null;
  const owners = rows.filter((one) => one.role === 'owner');
  return { ...member, lastOwner: member.role === 'owner' && owners.length === 1 };
}

type Refused = { reason: 'not-found' } | { reason: 'last-owner' };

/** Another role; refused where no owner would be left. Gives what they were before. */
export async function changeRole(
  tx: Tx,
  scope: BusinessScope,
  input: RoleInput & { memberId: string },
): Promise<Result<Member, Refused>> {
  const { memberId, role, resourceId } = input;
  const member = await lockMember(tx, scope, memberId);
  if (!member) return fail({ reason: 'not-found' });
  if (member.lastOwner && role !== 'owner') return fail({ reason: 'last-owner' });
  await tx.membership.update({
    where: { businessId_id: { businessId: scope.businessId, id: memberId } },
    data: { role, resourceId },
  });
  return ok(member);
}

/** Takes somebody out of the business; their account stays. Refused for the last owner. */
export async function removeMember(
  tx: Tx,
  scope: BusinessScope,
  memberId: string,
): Promise<Result<Member, Refused>> {
  const member = await lockMember(tx, scope, memberId);
  if (!member) return fail({ reason: 'not-found' });
  if (member.lastOwner) return fail({ reason: 'last-owner' });
  await tx.membership.delete({ where: { businessId_id: { businessId: scope.businessId, id: memberId } } });
  return ok(member);
}

/** Keeps an invitation under the digest of its secret. */
export async function addInvitation(
  tx: Tx,
  scope: BusinessScope,
  input: RoleInput & { name: string; tokenHash: string; invitedBy: string; now: Date; expiresAt: Date },
): Promise<string> {
  const { now, ...rest } = input;
  const id = newId();
  await tx.invitation.create({ data: { ...rest, businessId: scope.businessId, id, createdAt: now } });
  return id;
}

/** The link opens nothing any more. Null when there is no such open invitation; otherwise whom it was for. */
export async function revokeInvitation(
  tx: Tx,
  scope: BusinessScope,
  input: { id: string; now: Date },
): Promise<string | null> {
  const where = { businessId: scope.businessId, id: input.id, acceptedAt: null, revokedAt: null };
  const open = await tx.invitation.findFirst({ where, select: { name: true } });
  if (!open) return null;
  await tx.invitation.updateMany({ where, data: { revokedAt: input.now } });
  return open.name;
}

/** Uses an open invitation up for a person. False when they are a member already or it was used a moment ago. */
export async function acceptInvitation(
  tx: Tx,
  scope: BusinessScope,
  input: RoleInput & { id: string; userId: string; now: Date },
): Promise<boolean> {
  const { businessId } = scope;
  const { id, userId, now, role, resourceId } = input;
  const used = await tx.invitation.updateMany({
    where: { businessId, id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedBy: userId },
  });
  if (used.count === 0) return false;
  const made = await tx.membership.createMany({
    data: { businessId, id: newId(), userId, role, resourceId, createdAt: now },
    skipDuplicates: true,
  });
  return made.count === 1;
}
