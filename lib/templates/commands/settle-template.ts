import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { toTemplate } from '../queries';
import type { StoredTemplate, TemplateNews } from '../types';

/**
 * Takes in what a provider says of a template, on the channel it was told through and on every other of the business in
 * the same account. Gives those that changed, as they were and as they are; none where nothing did, or it is not ours.
 */
export async function settleTemplate(
  db: Db,
  { businessId }: BusinessScope,
  input: { channelId: string; news: TemplateNews; now: Date },
): Promise<{ before: StoredTemplate; after: StoredTemplate }[]> {
  const { channelId, news, now } = input;
  const channel = await db.channel.findUniqueOrThrow({
    where: { businessId_id: { businessId, id: channelId } },
    select: { wabaId: true },
  });
  const rows = await db.template.findMany({
    where: {
      businessId,
      name: news.name,
      language: news.language,
      status: { not: 'draft' },
      channel: channel.wabaId === null ? { id: channelId } : { wabaId: channel.wabaId },
    },
  });
  const changed = [];
  for (const row of rows) {
    const { id } = row;
    const status = news.status ?? row.status;
    const after = await db.template.update({
      where: { businessId_id: { businessId, id } },
      data: {
        status,
        category: news.category ?? row.category,
        // A reason belongs to the state it was given for.
        reason: news.reason === undefined && status === row.status ? row.reason : (news.reason ?? null),
        quality: news.quality ?? row.quality,
        externalId: news.externalId ?? row.externalId,
        syncedAt: now,
      },
    });
    const [was, is] = [toTemplate(row), toTemplate(after)];
    if (was && is && (was.status !== is.status || was.category !== is.category || was.quality !== is.quality))
      changed.push({ before: was, after: is });
  }
  return changed;
}

/** Those of a channel that the provider does not list any more are gone there. */
export async function settleMissing(
  db: Db,
  { businessId }: BusinessScope,
  input: { channelId: string; listed: readonly { name: string; language: string }[]; now: Date },
): Promise<void> {
  const known = new Set(input.listed.map(({ name, language }) => `${name} ${language}`));
  const rows = await db.template.findMany({
    where: { businessId, channelId: input.channelId, status: { notIn: ['draft', 'deleted'] } },
    select: { id: true, name: true, language: true },
  });
  const gone = rows.filter(({ name, language }) => !known.has(`${name} ${language}`)).map(({ id }) => id);
  if (gone.length === 0) return;
  await db.template.updateMany({
    where: { businessId, id: { in: gone } },
    data: { status: 'deleted', syncedAt: input.now },
  });
}
