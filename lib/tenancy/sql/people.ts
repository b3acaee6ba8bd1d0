import type { Db } from '../../db/client';
import { isLanguage } from '../../kernel/local-text';
import { roles, type Role } from '../../kernel/roles';
import type { Account, AuditLog, People } from '../schema';
import { auditLog, people } from '../schema';
import { scopeOf } from '../scope';
import type { BusinessScope } from '../types';

/** Who works here, who is invited, and whose calendars there are. */
export async function findPeople(
  db: Db,
  scope: BusinessScope,
  input: { userId: string; now: Date },
): Promise<People> {
  const { businessId } = scope;
  const [members, invitations, resources] = await Promise.all([
    db.$queryRaw<object[]>`
      SELECT m.id, u.id AS "userId", u.name, u.email, m.role, m.resource_id AS "resourceId", u.id = ${input.userId}::uuid AS self,
        u.totp_confirmed_at IS NOT NULL AS "secondFactor"
      FROM membership m JOIN staff_user u ON u.id = m.user_id
      WHERE m.business_id = ${businessId}::uuid
      ORDER BY array_position(${[...roles]}::text[], m.role), m.created_at, m.id`,
    db.invitation.findMany({
      where: { businessId, acceptedAt: null, revokedAt: null, expiresAt: { gt: input.now } },
      orderBy: { createdAt: 'desc' },
    }),
    db.resource.findMany({
      where: { businessId, archivedAt: null },
      select: { id: true, kind: true, name: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ]);
  return people.parse({
    members,
    invitations: invitations.map((one) => ({ ...one, expiresAt: one.expiresAt.toISOString() })),
    resources,
  });
}

export type OpenInvitation = {
  id: string;
  scope: BusinessScope;
  businessName: unknown;
  name: string;
  role: Role;
  resourceId: string | null;
};

/** The open invitation that a link leads to; mints the scope it lets somebody into. Null for any other link. */
export async function findInvitation(
  db: Db,
  input: { slug: string; tokenHash: string; now: Date },
): Promise<OpenInvitation | null> {
  const [row] = await db.$queryRaw<(Omit<OpenInvitation, 'scope'> & { businessId: string })[]>`
    SELECT i.id, b.id AS "businessId", b.name AS "businessName", i.name, i.role, i.resource_id AS "resourceId"
    FROM business b JOIN invitation i ON i.business_id = b.id
    WHERE b.slug = ${input.slug} AND i.token_hash = ${input.tokenHash} AND i.accepted_at IS NULL
      AND i.revoked_at IS NULL AND i.expires_at > ${input.now}::timestamptz`;
  if (!row) return null;
  const { businessId, ...rest } = row;
  return { ...rest, scope: scopeOf(businessId) };
}

/** Somebody's own account. */
export async function getAccount(db: Db, userId: string): Promise<Account> {
  const row = await db.staffUser.findUniqueOrThrow({ where: { id: userId } });
  return {
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: isLanguage(row.language) ? row.language : 'en',
    secondFactor: row.totpConfirmedAt !== null,
    recoveryLeft: row.recoveryHashes.length,
  };
}

type AuditRow = { id: string; at: Date; origin: { address?: string; agent?: string } | null } & object;

/**
 * The log, newest first, after an entry; entries of one action or one person where asked. Ids grow with time. What
 * somebody signed in did (`recordAudit`): marks that the booking core sets for itself are no lines of it, since
 * whoever called it at the desk has written theirs.
 */
export async function listAudit(
  db: Db,
  scope: BusinessScope,
  input: {
    action?: string | undefined;
    actor?: string | undefined;
    after: { at: string; id: string } | null;
    limit: number;
  },
): Promise<AuditLog['entries']> {
  const rows = await db.$queryRaw<AuditRow[]>`
    SELECT id, at, actor, action, subject, before, after, origin FROM audit_entry
    WHERE business_id = ${scope.businessId}::uuid AND actor ? 'userId'
      AND (${input.action ?? null}::text IS NULL OR starts_with(action, ${input.action ?? ''}::text))
      AND (${input.actor ?? null}::text IS NULL OR actor ->> 'userId' = ${input.actor ?? ''}::text)
      AND (${input.after?.at ?? null}::timestamptz IS NULL
        OR (at, id) < (${input.after?.at ?? null}::timestamptz, ${input.after?.id ?? null}::uuid))
    ORDER BY at DESC, id DESC LIMIT ${input.limit}::int`;
  return auditLog.shape.entries.parse(
    rows.map(({ origin, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      address: origin?.address ?? null,
      agent: origin?.agent ?? null,
    })),
  );
}
