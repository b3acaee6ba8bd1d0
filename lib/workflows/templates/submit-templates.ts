import { ChannelFailure } from '../../channels/types';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { languages, type Language } from '../../kernel/local-text';
import { publish } from '../../live/publish';
import { checkTemplateDefinition } from '../../messaging/check-template-definition';
import { definitionOf } from '../../messaging/template-set/template-set';
import { templatePurposes, type TemplatePurpose } from '../../messaging/template-set/types';
import type { ProviderTemplate, TemplateDefinition } from '../../messaging/template-definition';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { getChannel } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { keepTemplate } from '../../templates/commands/keep-template';
import { standing } from '../../templates/latest';
import { listTemplates } from '../../templates/queries';
import type { SubmitAnswer } from '../../templates/schema';
import type { World } from '../types';

type Waiting = { purpose: TemplatePurpose; language: Language; definition: TemplateDefinition; own: boolean };

/**
 * Submits templates to a channel's provider, one after another: the owner's waiting wordings, and those of our set that are
 * not there. Each is written down as soon as the provider has taken it, so that a fault half-way loses nothing; what is
 * refused is named with the provider's words. Repeating it submits nothing twice. Throws not-found for a provider that
 * keeps no templates, and ChannelFailure where the provider cannot be reached at all.
 */
export async function submitTemplates(
  world: World,
  scope: BusinessScope,
  input: {
    channelId: string;
    /** Null: by command line. */
    actor: StaffActor | null;
    only?: { purpose: TemplatePurpose; language: Language } | undefined;
  },
): Promise<SubmitAnswer> {
  const { prisma } = world.database;
  const channel = await getChannel(prisma, scope, input.channelId);
  const desk = world.adapterOf(channel.provider).templates;
  if (!desk) throw new AppError('not-found', 'This provider keeps no templates.');
  const connection = world.connectionOf(channel);
  const answer: SubmitAnswer = { submitted: 0, refused: [] };
  for (const one of await waitingOf(world, scope, input)) {
    const { name, language } = one.definition;
    const [breach] = checkTemplateDefinition(one.definition);
    if (breach) {
      answer.refused.push({ name, language, why: `${breach.at} ${breach.rule}` });
      continue;
    }
    try {
      const taken = await desk.submit(connection, one.definition);
      await keep(world, scope, channel.id, one, taken);
      answer.submitted += 1;
    } catch (error) {
      // The next ones would fail of the same: whoever asked hears of it at once.
      if (!(error instanceof ChannelFailure) || error.kind !== 'rejected') throw error;
      answer.refused.push({ name, language, why: error.detail });
    }
  }
  await transaction(world.database, async (tx) => {
    if (input.actor)
      await recordAudit(tx, scope, {
        actor: input.actor,
        action: 'template.submit',
        subject: { kind: 'channel', id: channel.id, label: channel.displayPhone ?? channel.key },
        after: { submitted: answer.submitted, refused: answer.refused.length },
        now: world.clock.now(),
      });
    await publish(tx, scope, { kind: 'setup', id: channel.id });
  });
  return answer;
}

const done = new Set(['approved', 'pending', 'paused', 'disabled', 'unknown']);

async function waitingOf(
  world: World,
  scope: BusinessScope,
  { channelId, only }: { channelId: string; only?: Pick<Waiting, 'purpose' | 'language'> | undefined },
): Promise<Waiting[]> {
  const stored = await listTemplates(world.database.prisma, scope, channelId);
  return templatePurposes
    .flatMap((purpose) => languages.map((language) => ({ purpose, language })))
    .filter((one) => !only || (only.purpose === one.purpose && only.language === one.language))
    .flatMap(({ purpose, language }) => {
      const { newest } = standing(stored, purpose, language);
      if (newest && done.has(newest.status)) return [];
      // Rejected words are rejected again: they wait for others.
      if (newest?.status === 'rejected') return [];
      const definition = newest?.definition ?? definitionOf(purpose, language);
      return [{ purpose, language, definition, own: newest?.own ?? false }];
    });
}

const keep = (
  world: World,
  scope: BusinessScope,
  channelId: string,
  { purpose, language, definition, own }: Waiting,
  taken: ProviderTemplate,
): Promise<void> =>
  transaction(world.database, (tx) =>
    keepTemplate(tx, scope, {
      ...{ channelId, purpose, language, definition, own },
      status: taken.status,
      category: taken.category ?? definition.category,
      externalId: taken.externalId,
      reason: taken.reason,
      submittedAt: world.clock.now(),
      now: world.clock.now(),
    }),
  );
