import { randomBytes } from 'node:crypto';
import { transaction } from '../db/transaction';
import type { Tx } from '../db/client';
import { AppError } from '../kernel/app-error';
import { fail, ok, type Result } from '../kernel/result';
import { publish } from '../live/publish';
import {
  addInvitation,
  changeRole as storeRole,
  removeMember as takeOut,
  revokeInvitation as revoke,
  type Member,
} from '../tenancy/commands/people';
import { recordAudit } from '../tenancy/commands/record-audit';
import { findStaffUser } from '../tenancy/queries';
import type { InviteInput, People, RoleInput } from '../tenancy/schema';
import { findPeople } from '../tenancy/sql/people';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { digestOf } from '../vault/one-time-code';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock'>;

const invitationDays = 7;

/** The secret part of a link: 192 bits, in letters that survive every messenger. */
export const newLinkSecret = (): string => randomBytes(24).toString('hex');

/** Who works in the business, who is invited, and whose calendars there are. */
export const loadPeople = (world: Desk, scope: BusinessScope, userId: string): Promise<People> =>
  findPeople(world.database.prisma, scope, { userId, now: world.clock.now() });

/** A calendar of somebody else's business, or none, is refused at its field. */
async function checkCalendar(tx: Tx, scope: BusinessScope, resourceId: string | null): Promise<void> {
  if (resourceId === null) return;
  const where = { businessId_id: { businessId: scope.businessId, id: resourceId } };
  if (await tx.resource.findUnique({ where, select: { id: true } })) return;
  throw new AppError('invalid', 'There is no such calendar.', [
    { path: 'resourceId', message: 'calendar-wanted' },
  ]);
}

/** Makes a link by which one person joins within a week. Gives its secret, which is kept nowhere. */
export async function invitePerson(
  world: Desk,
  scope: BusinessScope,
  input: { actor: StaffActor; invite: InviteInput },
): Promise<string> {
  const { actor, invite } = input;
  const now = world.clock.now();
  const secret = newLinkSecret();
  await transaction(world.database, async (tx) => {
    await checkCalendar(tx, scope, invite.resourceId);
    const id = await addInvitation(tx, scope, {
      ...invite,
      tokenHash: digestOf(secret),
      invitedBy: actor.userId,
      now,
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'person.invite',
      subject: { kind: 'invitation', id, label: invite.name },
      after: { role: invite.role },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
  return secret;
}

/** The link opens nothing any more. Throws not-found. */
export async function revokeInvitation(
  world: Desk,
  scope: BusinessScope,
  input: { actor: StaffActor; id: string },
): Promise<void> {
  const { actor, id } = input;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const name = await revoke(tx, scope, { id, now });
    if (name === null) throw new AppError('not-found', 'There is no such invitation.');
    const subject = { kind: 'invitation', id, label: name };
    await recordAudit(tx, scope, { actor, action: 'person.revoke', subject, now });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/**
 * Gives a member another role, or with `rights` null takes them out. Fails with `last-owner` where no owner would be
 * left. Throws not-found.
 */
export async function changeMember(
  world: Desk,
  scope: BusinessScope,
  input: { actor: StaffActor; memberId: string; rights: RoleInput | null },
): Promise<Result<null, { reason: 'last-owner' }>> {
  const { actor, memberId, rights } = input;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    if (rights) await checkCalendar(tx, scope, rights.resourceId);
    const done = rights
      ? await storeRole(tx, scope, { ...rights, memberId })
      : await takeOut(tx, scope, memberId);
    if (!done.ok && done.reason === 'not-found') throw new AppError('not-found', 'There is no such person.');
    if (!done.ok) return fail({ reason: 'last-owner' });
    await writeDown(tx, scope, { actor, member: done.value, rights, now });
    await publish(tx, scope, { kind: 'setup' });
    return ok(null);
  });
}

async function writeDown(
  tx: Tx,
  scope: BusinessScope,
  input: { actor: StaffActor; member: Member; rights: RoleInput | null; now: Date },
): Promise<void> {
  const { actor, member, rights, now } = input;
  const user = await findStaffUser(tx, member.userId);
  await recordAudit(tx, scope, {
    actor,
    action: rights ? 'person.change' : 'person.remove',
    subject: { kind: 'person', id: member.userId, label: user?.name ?? '' },
    before: { role: member.role },
    after: rights && { role: rights.role },
    now,
  });
}
