import { z } from 'zod';
import type { Db } from '../db/client';
import type { Template } from '../db/generated/client';
import { languages } from '../kernel/local-text';
import { templatePurposes } from '../messaging/template-set/types';
import type { BusinessScope } from '../tenancy/types';
import { templateDefinition } from './schema';
import type { StoredTemplate } from './types';

const purpose = z.enum(templatePurposes);
const language = z.enum(languages);

/** A row of our own commands; null for one of a set that we no longer have. */
export function toTemplate(row: Template): StoredTemplate | null {
  const known = purpose.safeParse(row.purpose);
  const spoken = language.safeParse(row.language);
  if (!known.success || !spoken.success) return null;
  const { id, channelId, name, reason, quality, externalId, own, submittedAt, syncedAt } = row;
  return {
    ...{ id, channelId, name, reason, quality, externalId, own, submittedAt, syncedAt },
    purpose: known.data,
    language: spoken.data,
    // The database knows no other (checks on both columns).
    category: row.category as StoredTemplate['category'],
    status: row.status as StoredTemplate['status'],
    definition: templateDefinition.parse(row.definition),
  };
}

/** The templates of a business, or of one of its channels, by name. */
export async function listTemplates(
  db: Db,
  { businessId }: BusinessScope,
  channelId?: string,
): Promise<StoredTemplate[]> {
  const rows = await db.template.findMany({
    where: { businessId, ...(channelId !== undefined && { channelId }) },
    orderBy: [{ name: 'asc' }, { language: 'asc' }],
  });
  return rows.flatMap((row) => toTemplate(row) ?? []);
}

/** One template; null where there is none. */
export async function findTemplate(
  db: Db,
  { businessId }: BusinessScope,
  of: { channelId: string; name: string; language: string },
): Promise<StoredTemplate | null> {
  const row = await db.template.findUnique({
    where: { businessId_channelId_name_language: { businessId, ...of } },
  });
  return row && toTemplate(row);
}

/**
 * Channels whose templates the provider should be asked about: with some in review every time, the others where nothing was
 * heard since `quietSince`. Of all businesses.
 */
export async function listChannelsToAsk(
  db: Db,
  quietSince: Date,
): Promise<{ businessId: string; channelId: string }[]> {
  return db.$queryRaw`
    SELECT business_id AS "businessId", channel_id AS "channelId" FROM template
    WHERE status <> 'draft' AND EXISTS (SELECT FROM channel h WHERE h.business_id = template.business_id
      AND h.id = template.channel_id AND h.archived_at IS NULL)
    GROUP BY business_id, channel_id
    HAVING bool_or(status = 'pending') OR min(coalesce(synced_at, created_at)) < ${quietSince}::timestamptz`;
}
