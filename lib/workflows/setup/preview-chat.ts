import { availabilityInput } from '../../catalog/availability-input';
import { loadCatalog } from '../../catalog/queries';
import { draftId, withDraft, type SetupDraft } from '../../catalog/with-draft';
import type { Catalog, CatalogService } from '../../catalog/types';
import { encodeChoice } from '../../conversation/choice';
import { initialState } from '../../conversation/state';
import { turn } from '../../conversation/turn';
import type { BookingFact, EngineEvent, Facts } from '../../conversation/types';
import type { Db } from '../../db/client';
import { byLanguage, type Language } from '../../kernel/local-text';
import { toEpochMinute } from '../../kernel/time-range';
import type { OutboundMessage } from '../../messaging/types';
import { availability } from '../../scheduling/availability';
import type { DayAvailability } from '../../scheduling/types';
import { addDays } from '../../scheduling/local-date';
import type { ShownContent } from '../../threads/schema';
import { shownContentOf } from '../../threads/shown-content';
import type { BusinessScope } from '../../tenancy/types';
import { factsOfCatalog } from '../standing-facts';
import { nameFacts } from '../own-facts';
import { unpaid } from '../../terms/unpaid';

type Preview = Record<Language, ShownContent[]>;

/** What a customer opens a chat with. */
const greetings: Record<Language, string> = { ta: 'வணக்கம்', en: 'Hi' };

/** A few days hold what a preview shows. */
const daysAhead = 7;

/**
 * What a customer will read in WhatsApp once a form of setup is saved: the welcome, what follows a tap on the service,
 * the review of a booking, and where it is paid beforehand the message with the link. The engine itself writes it, on an offer that exists here only: nothing is stored, and
 * nobody's bookings are in it.
 */
export async function previewChat(
  db: Db,
  scope: BusinessScope,
  input: { draft: SetupDraft; now: Date },
): Promise<Preview> {
  const catalog = withDraft(await loadCatalog(db, scope), input.draft);
  return byLanguage((language) =>
    previewIn(language, catalog, input).map((message) => shownContentOf('out', message)),
  );
}

function previewIn(
  language: Language,
  catalog: Catalog,
  { draft, now }: { draft: SetupDraft; now: Date },
): OutboundMessage[] {
  const facts = factsFor(language, catalog, now);
  const said = (content: Extract<EngineEvent, { kind: 'customer' }>['content']): EngineEvent => ({
    kind: 'customer',
    content,
    sentAt: now,
    replyTo: null,
  });
  const welcome = turn(initialState, said({ kind: 'text', text: greetings[language] }), facts);
  const service = shownService(catalog, draft);
  if (!service) return repliesOf(welcome);
  const tap = { kind: 'choice' as const, id: encodeChoice('set', { s: service.id }), title: '' };
  const asked = turn(welcome.state, said(tap), facts);
  const booking = exampleBooking(catalog, service, draft, facts);
  const held =
    booking && turn(asked.state, { kind: 'slot-held', booking }, { ...facts, bookings: [booking] });
  const paid =
    booking && held && booking.toPayPaise > 0 ? payingIn(held.state, booking, service, facts) : null;
  return [welcome, asked, ...(held ? [held] : []), ...(paid ? [paid] : [])].flatMap(repliesOf);
}

/** What follows Confirm where it is paid beforehand. Nothing leads anywhere from a preview, so the address is an example's. */
function payingIn(
  state: unknown,
  booking: BookingFact,
  service: CatalogService,
  facts: Facts,
): ReturnType<typeof turn> {
  const payment: BookingFact['payment'] = {
    attemptId: draftId,
    amountPaise: booking.toPayPaise,
    payBy: toEpochMinute(facts.now) + service.payHoldMinutes,
    state: 'open',
    url: 'https://pay.example/',
    way: { kind: 'gateway' },
    claimedReference: null,
  };
  const kept = { ...booking, payment };
  return turn(state, { kind: 'payment-asked', booking: kept }, { ...facts, bookings: [kept] });
}

const repliesOf = ({ effects }: ReturnType<typeof turn>): OutboundMessage[] =>
  effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.message] : []));

/** The service that the preview goes on with: the one being written, or the first that the court or doctor offers. */
function shownService(catalog: Catalog, draft: SetupDraft): CatalogService | undefined {
  if (draft.kind === 'business') return catalog.services[0];
  const id = draft.id ?? draftId;
  return catalog.services.find((one) =>
    draft.kind === 'service' ? one.id === id : one.offerings.some((each) => each.resourceId === id),
  );
}

function factsFor(language: Language, catalog: Catalog, now: Date): Facts {
  return {
    ...factsOfCatalog(catalog, now),
    now,
    ...nameFacts({ name: null, profileName: 'Kumar', language }),
    availability: ({ serviceId, resourceId, fromDate, toDate, durationMinutes }) => {
      const service = catalog.services.find((one) => one.id === serviceId);
      return service
        ? freeDays(catalog, service, now, { resourceId, fromDate, toDate, durationMinutes })
        : [];
    },
  };
}

type Wish = Pick<
  Parameters<Facts['availability']>[0],
  'resourceId' | 'fromDate' | 'toDate' | 'durationMinutes'
>;

const freeDays = (catalog: Catalog, service: CatalogService, now: Date, wish: Wish): DayAvailability[] =>
  availability(
    availabilityInput(
      catalog,
      service,
      {
        fromDate: wish.fromDate,
        toDate: wish.toDate,
        now: toEpochMinute(now),
        ...(wish.durationMinutes !== null && { durationMinutes: wish.durationMinutes }),
        ...(wish.resourceId !== null && { resourceId: wish.resourceId }),
      },
      [],
    ),
  );

/** The first time that could be booked, with the court or doctor being written where there is one. */
function exampleBooking(
  catalog: Catalog,
  service: CatalogService,
  draft: SetupDraft,
  { today, now }: Facts,
): BookingFact | null {
  const resourceId = draft.kind === 'resource' ? (draft.id ?? draftId) : null;
  const toDate = addDays(today, daysAhead);
  const days = freeDays(catalog, service, now, {
    resourceId,
    fromDate: today,
    toDate,
    durationMinutes: null,
  });
  const slot = days.flatMap((day) => day.slots)[0];
  const free = slot?.free[0];
  if (!slot || !free) return null;
  return {
    id: draftId,
    reference: 'A1B2C3',
    serviceId: service.id,
    resourceId: free.resourceId,
    startsAt: slot.start,
    durationMinutes: free.durationMinutes,
    status: 'held',
    attendeeId: null,
    attendeeName: 'Kumar',
    pricePaise: free.pricePaise,
    ...unpaid(service, free.pricePaise),
    holdUntil: toEpochMinute(now) + service.reviewHoldMinutes,
    coming: false,
    feedback: null,
    calendarUrl: '',
  };
}
