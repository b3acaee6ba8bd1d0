import { transaction } from '../../db/transaction';
import type { Language } from '../../kernel/local-text';
import { fail, ok, type Result } from '../../kernel/result';
import { publish } from '../../live/publish';
import { checkTemplateDefinition, type TemplateBreach } from '../../messaging/check-template-definition';
import { definitionOf, templateSet, wordingOf } from '../../messaging/template-set/template-set';
import type { TemplatePurpose, TemplateWording } from '../../messaging/template-set/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { getChannel } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { keepTemplate } from '../../templates/commands/keep-template';
import { nameOf, standing, versionOf } from '../../templates/latest';
import { listTemplates } from '../../templates/queries';
import type { World } from '../types';

/**
 * Writes down an owner's own wording, to be submitted. It gets a name of its own: what is approved stays in use until the
 * new words are, since an edited template cannot be sent while it is looked at. Fails with `not-allowed` for words that
 * would be refused, with `fixed` for a code, whose words are the provider's.
 */
export async function wordTemplate(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: {
    actor: StaffActor;
    channelId: string;
    purpose: TemplatePurpose;
    language: Language;
    wording: TemplateWording;
  },
): Promise<Result<null, { reason: 'not-allowed'; breaches: TemplateBreach[] } | { reason: 'fixed' }>> {
  const { actor, channelId, purpose, language, wording } = input;
  const { category, taps } = templateSet[purpose];
  if (category === 'authentication') return fail({ reason: 'fixed' });
  return transaction(world.database, async (tx) => {
    const channel = await getChannel(tx, scope, channelId);
    const { newest } = standing(await listTemplates(tx, scope, channel.id), purpose, language);
    // A draft is written over; anything the provider has seen keeps its name for ever.
    const version = newest === null ? 1 : versionOf(newest.name) + (newest.status === 'draft' ? 0 : 1);
    const definition = definitionOf(purpose, language, { name: nameOf(purpose, version), wording });
    const breaches = checkTemplateDefinition(definition);
    if (wording.buttons.length !== taps.length)
      breaches.push({
        at: 'buttons',
        rule: wording.buttons.length < taps.length ? 'missing' : 'wrong-button',
      });
    if (breaches.length > 0) return fail({ reason: 'not-allowed', breaches });
    const now = world.clock.now();
    await keepTemplate(tx, scope, {
      ...{ channelId, purpose, language, definition, category, now },
      own: true,
      status: 'draft',
      externalId: null,
      reason: null,
      submittedAt: null,
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'template.word',
      subject: { kind: 'template', id: channelId, label: `${definition.name} (${language})` },
      before: newest && wordingOf(newest.definition),
      after: wording,
      now,
    });
    await publish(tx, scope, { kind: 'setup', id: channelId });
    return ok(null);
  });
}
