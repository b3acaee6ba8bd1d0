import type { BusinessId } from '../kernel/ids';
import { z } from 'zod';
import type { Db } from '../db/client';
import type { ChannelId } from '../kernel/ids';
import { languages } from '../kernel/local-text';
import { localTextSchema } from '../kernel/local-text-schema';
import { roles } from '../kernel/roles';
import { channelProviders, type ChannelProvider } from '../messaging/providers';
import { businessProfileSchema } from './schema';
import { scopeOf } from './scope';
import type { BusinessProfile, BusinessScope, Membership, StaffUser } from './types';

/** A WhatsApp number as stored; `credentials` are sealed. */
export type Channel = {
  scope: BusinessScope;
  id: ChannelId;
  key: string;
  provider: ChannelProvider;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  credentials: string;
  ratePerSecond: number;
  pausedReason: string | null;
  /** Name of Meta's payment configuration, for paying inside WhatsApp; null: by link. */
  paymentConfiguration: string | null;
  /** No longer used. */
  archivedAt: Date | null;
  /** When the provider last proved that it has our address; null: never yet. */
  verifiedAt: Date | null;
  /** When somebody last called our address without proof. */
  unprovedAt: Date | null;
};

const provider = z.enum(channelProviders);

type ChannelRow = {
  businessId: string;
  id: string;
  key: string;
  provider: string;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  credentials: string;
  ratePerSecond: number;
  pausedReason: string | null;
  paymentConfiguration: string | null;
  archivedAt: Date | null;
  verifiedAt: Date | null;
  unprovedAt: Date | null;
};

const toChannel = (row: ChannelRow): Channel => ({
  scope: scopeOf(row.businessId),
  id: row.id as ChannelId,
  key: row.key,
  provider: provider.parse(row.provider),
  phoneNumberId: row.phoneNumberId,
  wabaId: row.wabaId,
  displayPhone: row.displayPhone,
  credentials: row.credentials,
  ratePerSecond: row.ratePerSecond,
  pausedReason: row.pausedReason,
  paymentConfiguration: row.paymentConfiguration,
  archivedAt: row.archivedAt,
  verifiedAt: row.verifiedAt,
  unprovedAt: row.unprovedAt,
});

/** The channel a webhook address names, with the scope of its business; null when there is none in use. */
export async function findChannelByKey(db: Db, key: string): Promise<Channel | null> {
  const route = await db.channelKey.findUnique({ where: { key } });
  if (!route) return null;
  const row = await db.channel.findUnique({
    where: { businessId_id: { businessId: route.businessId, id: route.channelId } },
  });
  return row && row.archivedAt === null ? toChannel(row) : null;
}

export async function getChannel(db: Db, scope: BusinessScope, channelId: string): Promise<Channel> {
  const row = await db.channel.findUniqueOrThrow({
    where: { businessId_id: { businessId: scope.businessId, id: channelId } },
  });
  return toChannel(row);
}

/** The business itself. Throws when it is gone. */
export async function getBusiness(db: Db, scope: BusinessScope): Promise<BusinessProfile> {
  return businessProfileSchema.parse(
    await db.business.findUniqueOrThrow({ where: { id: scope.businessId } }),
  );
}

/** What the business's receipts say of it, besides its profile. */
export async function getReceiptIssuer(
  db: Db,
  scope: BusinessScope,
): Promise<{
  legalName: string | null;
  gstin: string | null;
  receiptPrefix: string;
  photoId: string | null;
}> {
  return db.business.findUniqueOrThrow({
    where: { id: scope.businessId },
    select: { legalName: true, gstin: true, receiptPrefix: true, photoId: true },
  });
}

const language = z.enum(languages);
const role = z.enum(roles);

const staffColumns = { id: true, email: true, name: true, language: true, sessionVersion: true } as const;

/** Who may sign in under an id; null when they are gone. */
/** Every business of the installation, for what is done to each of them by the clock. */
export async function listBusinesses(db: Db): Promise<{ id: BusinessId; slug: string }[]> {
  const rows = await db.business.findMany({ select: { id: true, slug: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id, slug }) => ({ id: id as BusinessId, slug }));
}

/** The business that has this slug; null when none has. */
export async function findBusinessBySlug(db: Db, slug: string): Promise<BusinessId | null> {
  const found = await db.business.findUnique({ where: { slug }, select: { id: true } });
  return found ? (found.id as BusinessId) : null;
}

export async function findStaffUser(db: Db, userId: string): Promise<StaffUser | null> {
  const row = await db.staffUser.findUnique({ where: { id: userId }, select: staffColumns });
  return row && { ...row, language: language.parse(row.language) };
}

type MembershipRow = {
  businessId: string;
  slug: string;
  name: unknown;
  photoId: string | null;
  zone: string;
  role: string;
  resourceId: string | null;
};

/** The businesses of one person and what they may do there, oldest membership first. Mints the scopes. */
export async function listMemberships(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db.$queryRaw<MembershipRow[]>`
    SELECT b.id AS "businessId", b.slug, b.name, b.photo_id AS "photoId", b.zone, m.role, m.resource_id AS "resourceId"
    FROM membership m JOIN business b ON b.id = m.business_id
    WHERE m.user_id = ${userId}::uuid ORDER BY m.created_at, m.id`;
  return rows.map((row) => ({
    scope: scopeOf(row.businessId),
    slug: row.slug,
    businessName: localTextSchema.parse(row.name),
    photoId: row.photoId,
    zone: row.zone,
    role: role.parse(row.role),
    resourceId: row.resourceId,
  }));
}

/** What members of the business are called, by their id. */
export async function listStaffNames(
  db: Db,
  scope: BusinessScope,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const members = await db.membership.findMany({
    where: { businessId: scope.businessId, userId: { in: [...userIds] } },
    select: { userId: true },
  });
  const users = await db.staffUser.findMany({
    where: { id: { in: members.map((one) => one.userId) } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The business's WhatsApp numbers that are in use as people know them, and what customers pay by inside WhatsApp there. */
export async function listChannels(
  db: Db,
  { businessId }: BusinessScope,
): Promise<{ id: string; label: string; paymentConfiguration: string | null }[]> {
  const rows = await db.channel.findMany({
    where: { businessId, archivedAt: null },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, displayPhone, key, paymentConfiguration }) => ({
    id,
    label: displayPhone ?? key,
    paymentConfiguration,
  }));
}
