import { languages, type Language } from '../../kernel/local-text';
import { definitionOf, templateSet, wordingOf } from '../../messaging/template-set/template-set';
import { templatePurposes, type TemplatePurpose } from '../../messaging/template-set/types';
import { getChannel, listChannels } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import { standing } from '../../templates/latest';
import { listTemplates } from '../../templates/queries';
import type { ShownTemplate, TemplatesPage } from '../../templates/schema';
import type { StoredTemplate } from '../../templates/types';
import type { World } from '../types';

/** Our set as it stands on each of the business's numbers. */
export async function loadTemplates(
  world: Pick<World, 'database' | 'adapterOf'>,
  scope: BusinessScope,
): Promise<TemplatesPage> {
  const { prisma } = world.database;
  const channels = await listChannels(prisma, scope);
  const stored = await listTemplates(prisma, scope);
  return {
    channels: await Promise.all(
      channels.map(async ({ id, label }) => {
        const { provider } = await getChannel(prisma, scope, id);
        const own = stored.filter(({ channelId }) => channelId === id);
        return {
          id,
          label,
          keeps: world.adapterOf(provider).templates !== null,
          templates: templatePurposes.flatMap((purpose) =>
            languages.map((language) => shown(own, purpose, language)),
          ),
        };
      }),
    ),
  };
}

function shown(own: readonly StoredTemplate[], purpose: TemplatePurpose, language: Language): ShownTemplate {
  const { newest, used } = standing(own, purpose, language);
  const definition = newest?.definition ?? definitionOf(purpose, language);
  const words = (of: StoredTemplate['definition']) => {
    const { buttons, ...rest } = wordingOf(of);
    return { ...rest, buttons: [...buttons] };
  };
  return {
    purpose,
    language,
    used: used && { name: used.name, wording: words(used.definition), category: used.category },
    status: newest?.status ?? 'missing',
    name: definition.name,
    category: newest?.category ?? definition.category,
    reason: newest?.reason ?? null,
    quality: newest?.quality ?? null,
    wording: words(definition),
    own: newest?.own ?? false,
    submittedAt: newest?.submittedAt?.toISOString() ?? null,
    syncedAt: newest?.syncedAt?.toISOString() ?? null,
    fixed: templateSet[purpose].category === 'authentication',
  };
}
