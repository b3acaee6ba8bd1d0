import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Language } from '../../kernel/local-text';
import type { TemplateCategory, TemplateDefinition } from '../../messaging/template-definition';
import type { TemplatePurpose } from '../../messaging/template-set/types';
import type { BusinessScope } from '../../tenancy/types';
import type { StoredStatus } from '../types';

/** Writes down how a template stands, under its name and language on a channel: new, or over what was there. */
export async function keepTemplate(
  tx: Tx,
  { businessId }: BusinessScope,
  template: {
    channelId: string;
    purpose: TemplatePurpose;
    language: Language;
    definition: TemplateDefinition;
    own: boolean;
    status: StoredStatus;
    category: TemplateCategory;
    externalId: string | null;
    reason: string | null;
    submittedAt: Date | null;
    now: Date;
  },
): Promise<void> {
  const { channelId, purpose, language, definition, own, now, ...standing } = template;
  const { name } = definition;
  const said = {
    definition,
    own,
    ...standing,
    syncedAt: standing.status === 'draft' ? null : now,
  };
  await tx.template.upsert({
    where: { businessId_channelId_name_language: { businessId, channelId, name, language } },
    create: { businessId, id: newId(), channelId, purpose, name, language, createdAt: now, ...said },
    update: said,
  });
}
