import type { Tx } from '../../db/client';
import { languages } from '../../kernel/local-text';
import { definitionOf } from '../../messaging/template-set/template-set';
import { templatePurposes } from '../../messaging/template-set/types';
import { keepTemplate } from '../../templates/commands/keep-template';
import type { BusinessScope } from '../../tenancy/types';

/** Our whole set, in every language. */
export const demoTemplates = templatePurposes.flatMap((purpose) =>
  languages.map((language) => ({ purpose, language, definition: definitionOf(purpose, language) })),
);

/** Writes the whole set down as approved on a channel whose stand-in holds it so. */
export async function addDemoTemplates(
  tx: Tx,
  scope: BusinessScope,
  { channelId, now }: { channelId: string; now: Date },
): Promise<void> {
  for (const { purpose, language, definition } of demoTemplates)
    await keepTemplate(tx, scope, {
      ...{ channelId, purpose, language, definition, now },
      own: false,
      status: 'approved',
      category: definition.category,
      externalId: null,
      reason: null,
      submittedAt: now,
    });
}
