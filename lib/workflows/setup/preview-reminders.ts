import { loadCatalog } from '../../catalog/queries';
import type { Catalog, CatalogService } from '../../catalog/types';
import { draftId } from '../../catalog/with-draft';
import { noticeText, type Notice } from '../../conversation/notice';
import type { BookingFact } from '../../conversation/types';
import { AppError } from '../../kernel/app-error';
import { type Language, byLanguage } from '../../kernel/local-text';
import { cheapestWay, usualPrices } from '../../messaging/cheapest-way';
import type { ReminderKind } from '../../reminders/schema';
import { addDays } from '../../scheduling/local-date';
import { toEpochMinuteOf } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';
import { unpaid } from '../../terms/unpaid';
import type { ReminderPreview, ShownContent } from '../../threads/schema';
import { shownContentOf } from '../../threads/shown-content';
import { factsOfCatalog } from '../standing-facts';
import type { World } from '../types';
import { nameFacts } from '../own-facts';

const notices: Readonly<Record<ReminderKind, Notice>> = {
  before: { kind: 'reminder' },
  thanks: { kind: 'thanks' },
  'follow-up': { kind: 'follow-up' },
  'no-show': { kind: 'no-show' },
};

/** An example's visit: six in the evening, tomorrow before it and yesterday or a week ago after it. */
const evening = 18 * 60;
const daysFrom: Readonly<Record<ReminderKind, number>> = {
  before: 1,
  thanks: 0,
  'follow-up': -7,
  'no-show': 0,
};

/**
 * What the clock tells customers of a service, as the chat itself words it for an example's visit, and what it costs by
 * the prices of the day. Stores nothing. Throws `not-found`.
 */
export async function previewReminders(
  world: World,
  scope: BusinessScope,
  serviceId: string,
): Promise<ReminderPreview> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const catalog = await loadCatalog(prisma, scope);
  const service = catalog.services.find((one) => one.id === serviceId);
  if (!service) throw new AppError('not-found', 'There is no such service.');
  const prices = (await world.messagePrices?.(prisma, scope, { channelId: null, now })) ?? usualPrices(now);
  const costs = (windowOpen: boolean): number =>
    cheapestWay({ windowOpen, hasTemplate: true, prices })?.milliPaise ?? 0;
  return {
    ...byLanguage((language) => wordsIn(language, catalog, service, now)),
    windowMilliPaise: costs(true),
    templateMilliPaise: costs(false),
  };
}

function wordsIn(
  language: Language,
  catalog: Catalog,
  service: CatalogService,
  now: Date,
): Record<ReminderKind, ShownContent> {
  const facts = factsOfCatalog(catalog, now);
  const wordsOf = (kind: ReminderKind): ShownContent => {
    const { message } = noticeText(
      null,
      exampleVisit(service, facts.zone, addDays(facts.today, daysFrom[kind])),
      notices[kind],
      {
        ...facts,
        now,
        ...nameFacts({ name: null, profileName: 'Kumar', language }),
      },
    );
    return shownContentOf('out', message);
  };
  return {
    before: wordsOf('before'),
    thanks: wordsOf('thanks'),
    'follow-up': wordsOf('follow-up'),
    'no-show': wordsOf('no-show'),
  };
}

const exampleVisit = (service: CatalogService, zone: string, date: string): BookingFact => ({
  id: draftId,
  reference: 'A1B2C3',
  serviceId: service.id,
  resourceId: service.offerings[0]?.resourceId ?? draftId,
  startsAt: toEpochMinuteOf(date, evening, zone),
  durationMinutes: service.durationMinutes[0] ?? 60,
  status: 'confirmed',
  attendeeId: null,
  attendeeName: 'Kumar',
  pricePaise: service.pricePaise,
  ...unpaid(service, service.pricePaise),
  holdUntil: null,
  coming: false,
  feedback: null,
  calendarUrl: '',
});
