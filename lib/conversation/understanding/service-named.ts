import type { Evidence } from './intents/evidence';
import { means } from './lex';
import type { Mention } from './mentions/types';
import { courtNumbered } from './names';
import type { Intent, Reading, UnderstandContext } from './types';

type ServiceFields = Pick<Reading, 'serviceKind' | 'serviceId' | 'resourceIds' | 'anyResource'>;

/** Which service, court or doctor a message means. */
export function serviceOf(
  say: Evidence,
  intent: Intent,
  mentions: readonly Mention[],
  named: readonly string[],
  context: UnderstandContext,
): ServiceFields {
  const { vocabulary } = context;
  const number = mentions.find((mention) => mention.kind === 'court-number');
  const resourceIds = [...named, ...(number ? courtNumbered(number.value, vocabulary) : [])];
  const kinds = new Set(
    vocabulary.resources
      .filter((resource) => resourceIds.includes(resource.id))
      .map((resource) => resource.kind),
  );
  const forDoctor =
    say.has('doctor', 'symptom', 'come-he') ||
    (say.has('see-doctor') && intent === 'book') ||
    kinds.has('doctor');
  const forCourt = say.has('court') || kinds.has('court') || number !== undefined;
  const appointment = say.has('appointment') && intent === 'book';
  const serviceKind = forCourt ? 'court' : forDoctor || appointment ? 'consultation' : null;
  const services = vocabulary.services.filter((service) => service.kind === serviceKind);
  return {
    serviceKind,
    serviceId: services.length === 1 ? (services[0]?.id ?? null) : null,
    resourceIds,
    anyResource:
      resourceIds.length === 0 &&
      say.has('any-of') &&
      (say.tokens.some(
        (token, at) => means(token, 'any-of') && means(say.tokens[at + 1], 'court', 'doctor'),
      ) ||
        context.asked === 'doctor'),
  };
}
