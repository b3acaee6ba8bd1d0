import { hash, verify } from '@node-rs/argon2';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import type { Role } from '../kernel/roles';
import { listMemberships, findStaffUser } from '../tenancy/queries';
import type { BusinessScope, StaffActor, StaffUser } from '../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeBusiness } from '../testing/make-business';
import {
  changePassword,
  confirmSecondFactor,
  endSessions,
  offerSecondFactor,
  removeSecondFactor,
  type AccountDesk,
} from './change-account';
import { joinBusiness } from './join-business';
import { listAudit } from './list-audit';
import { changeMember, invitePerson, loadPeople, revokeInvitation } from './manage-people';
import { offerReset, resetPassword } from './reset-password';
import { openSignInLimits } from './sign-in-limits';

let db: TestDatabase;
let scope: BusinessScope;
let slug: string;
let owner: StaffUser;
let actor: StaffActor;
let now = new Date('2026-11-26T04:00:00Z');
const password = 'right horse battery';
let passwordHash: string;
const from = { address: '203.0.113.9', agent: 'test' };

beforeAll(async () => {
  db = await createTestDatabase();
  passwordHash = await hash(password);
});
afterAll(() => db.drop());

const desk = (): AccountDesk => ({
  database: db.database,
  clock: { now: () => now },
  limits: openSignInLimits(db.database),
  seal: (plain) => `sealed ${plain}`,
  unseal: (sealed) => sealed.replace('sealed ', ''),
});

async function makeUser(role: Role | null): Promise<StaffUser> {
  const id = newId();
  const email = `${id}@club.test`;
  await db.database.prisma.staffUser.create({ data: { id, email, name: 'Anbu', passwordHash } });
  const { businessId } = scope;
  if (role)
    await db.database.prisma.membership.create({ data: { businessId, id: newId(), userId: id, role } });
  const user = await findStaffUser(db.database.prisma, id);
  if (!user) throw new Error('It was just made.');
  return user;
}

beforeEach(async () => {
  now = new Date('2026-11-26T04:00:00Z');
  await db.database.pool.query('DELETE FROM rate_limit');
  ({ scope } = await makeBusiness(db.database));
  ({ slug } = await db.database.prisma.business.findUniqueOrThrow({ where: { id: scope.businessId } }));
  owner = await makeUser('owner');
  actor = { userId: owner.id, name: owner.name, role: 'owner', ...from };
});

const own = () => ({ user: owner, scope, actor });
const memberIdOf = async (userId: string): Promise<string> => {
  const { members } = await loadPeople(desk(), scope, owner.id);
  return members.find((one) => one.userId === userId)?.id ?? '';
};
const invite = (role: Role = 'staff') =>
  invitePerson(desk(), scope, { actor, invite: { name: 'Meena', role, resourceId: null } });
const newcomer = () => ({
  name: 'Meena',
  email: `Meena-${newId()}@Club.test`,
  password: 'three small fish',
  language: 'ta' as const,
});
const join = (token: string, account?: ReturnType<typeof newcomer>, signedIn: StaffUser | null = null) =>
  joinBusiness(desk(), { slug, token, ...(account && { account }), signedIn, from });

test('a link lets one person in, once, with the role it names', async () => {
  const token = await invite('manager');
  const outcomes = await Promise.all([join(token, newcomer()), join(token, newcomer())]);
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  const joined = outcomes.find((one) => one.ok);
  if (!joined?.ok) throw new Error('Nobody got in.');
  const [membership] = await listMemberships(db.database.prisma, joined.value.id);
  expect(membership).toMatchObject({ slug, role: 'manager' });
  expect((await loadPeople(desk(), scope, owner.id)).invitations).toEqual([]);
});

test('somebody signed in joins as who they are; a known e-mail has to sign in first', async () => {
  const known = await makeUser(null);
  const token = await invite();
  const claimed = await join(token, { ...newcomer(), email: known.email.toUpperCase() });
  expect(claimed).toEqual({ ok: false, reason: 'email-known' });
  expect(await join(token, undefined, known)).toMatchObject({ ok: true, value: { id: known.id } });
});

test('a revoked, an old and an invented link open nothing, and no other business', async () => {
  const revoked = await invite();
  const { invitations } = await loadPeople(desk(), scope, owner.id);
  await revokeInvitation(desk(), scope, { actor, id: invitations[0]?.id ?? '' });
  const old = await invite();
  const { scope: other } = await makeBusiness(db.database);
  const { slug: otherSlug } = await db.database.prisma.business.findUniqueOrThrow({
    where: { id: other.businessId },
  });
  expect(await join(revoked, newcomer())).toMatchObject({ reason: 'link-used' });
  expect(await join('0'.repeat(48), newcomer())).toMatchObject({ reason: 'link-used' });
  const elsewhere = { slug: otherSlug, token: old, account: newcomer(), signedIn: null, from };
  expect(await joinBusiness(desk(), elsewhere)).toMatchObject({ reason: 'link-used' });
  now = new Date(now.getTime() + 7 * 86_400_000 + 1);
  expect(await join(old, newcomer())).toMatchObject({ reason: 'link-used' });
});

test('a business never is without an owner, also when both leave at the same moment', async () => {
  const second = await makeUser('owner');
  const ids = [await memberIdOf(owner.id), await memberIdOf(second.id)];
  const outcomes = await Promise.all(
    ids.map((memberId) => changeMember(desk(), scope, { actor, memberId, rights: null })),
  );
  expect(outcomes.filter((one) => !one.ok)).toEqual([{ ok: false, reason: 'last-owner' }]);
  const { members } = await loadPeople(desk(), scope, owner.id);
  expect(members.map((one) => one.role)).toEqual(['owner']);
});

test('a role is changed and written down with what it was', async () => {
  const staff = await makeUser('staff');
  const rights = { role: 'manager', resourceId: null } as const;
  const memberId = await memberIdOf(staff.id);
  await changeMember(desk(), scope, { actor, memberId, rights });
  const { entries } = await listAudit(db.database.prisma, scope, { action: 'person.' });
  expect(entries[0]).toMatchObject({
    action: 'person.change',
    actor: { userId: owner.id },
    subject: { kind: 'person', id: staff.id },
    before: { role: 'staff' },
    after: { role: 'manager' },
    address: '203.0.113.9',
  });
  const { scope: other } = await makeBusiness(db.database);
  expect((await listAudit(db.database.prisma, other, {})).entries).toEqual([]);
  await expect(changeMember(desk(), other, { actor, memberId, rights })).rejects.toThrow('no such person');
});

test('a password is changed with the old one only, to another one, and ends the other sessions', async () => {
  const change = (old: string, wanted: string) => changePassword(desk(), own(), { old, password: wanted });
  expect(await change('guess', 'quite another one')).toMatchObject({ reason: 'wrong' });
  expect(await change(password, password)).toMatchObject({ reason: 'same-as-old' });
  expect(await change(password, owner.email)).toMatchObject({ reason: 'same-as-email' });
  expect(await change(password, 'quite another one')).toEqual({ ok: true, value: owner.sessionVersion + 1 });
  const row = await db.database.prisma.staffUser.findUniqueOrThrow({ where: { id: owner.id } });
  expect(await verify(row.passwordHash, 'quite another one')).toBe(true);
});

test('whoever guesses the old password from a session left open is stopped', async () => {
  for (let count = 0; count < 8; count += 1)
    await changePassword(desk(), own(), { old: 'guess', password: 'quite another one' });
  const last = await changePassword(desk(), own(), { old: password, password: 'quite another one' });
  expect(last).toMatchObject({ reason: 'too-often' });
});

test('signing out everywhere makes every session old', async () => {
  await endSessions(desk(), own());
  const user = await findStaffUser(db.database.prisma, owner.id);
  expect(user?.sessionVersion).toBe(owner.sessionVersion + 1);
});

test('a second factor counts once its code was shown, and goes with the password', async () => {
  const offer = await offerSecondFactor(desk(), own());
  if (!offer) throw new Error('Nothing was offered.');
  expect(await confirmSecondFactor(desk(), own(), '000000')).toMatchObject({ reason: 'code-wrong' });
  const code = new TOTP({ secret: offer.secret, period: 30 }).generate({ timestamp: now.getTime() });
  const done = await confirmSecondFactor(desk(), own(), code);
  expect(done.ok && new Set(done.value).size).toBe(10);
  expect(await offerSecondFactor(desk(), own())).toBeNull();
  expect(await removeSecondFactor(desk(), own(), 'guess')).toMatchObject({ reason: 'wrong' });
  expect(await removeSecondFactor(desk(), own(), password)).toMatchObject({ ok: true });
  const audited = JSON.stringify(await listAudit(db.database.prisma, scope, {}));
  expect(audited).toContain('account.second-factor-off');
  expect(audited).not.toContain(offer.secret);
});

test('a reset link works once, within the hour, and not with the old password', async () => {
  const token = (await offerReset(desk(), owner.email.toUpperCase())) ?? '';
  const wanted = 'quite another one';
  expect(await resetPassword(desk(), { token, password })).toMatchObject({ reason: 'same-as-old' });
  const outcomes = await Promise.all([1, 2].map(() => resetPassword(desk(), { token, password: wanted })));
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  const late = (await offerReset(desk(), owner.email)) ?? '';
  now = new Date(now.getTime() + 3_600_001);
  expect(await resetPassword(desk(), { token: late, password: 'a third password' })).toMatchObject({
    reason: 'link-used',
  });
  expect(await offerReset(desk(), 'nobody@club.test')).toBeNull();
});
