import type { Booking } from '../../booking/types';
import type { Notice } from '../../conversation/notice';
import { noticePlaces, type NoticeExtras } from '../../conversation/notice-places';
import { getCustomer } from '../../customers/queries';
import type { Db } from '../../db/client';
import type { Language } from '../../kernel/local-text';
import { fitParameters } from '../../messaging/template-parameters';
import { templateSet } from '../../messaging/template-set/template-set';
import type { TemplatePurpose } from '../../messaging/template-set/types';
import type { OutboundMessage } from '../../messaging/types';
import { sendable } from '../../templates/latest';
import { listTemplates } from '../../templates/queries';
import type { StoredTemplate } from '../../templates/types';
import type { BusinessScope } from '../../tenancy/types';
import { bookingFact } from '../booking-fact';
import { nameFacts } from '../own-facts';
import { loadStandingFacts } from '../standing-facts';
import type { World } from '../types';
import { tapOf } from './template-taps';

/** What wording a notice needs of the outside. */
export type NoticeWorld = Pick<World, 'clock' | 'publicUrl' | 'signLink'>;

export type TemplateMessage = Extract<OutboundMessage, { kind: 'template' }>;

/** What a notice is told of outside the 24-hour window; those of the clock come beside what staff do. */
export type TemplatedNotice = Notice | { kind: 'reminder' | 'thanks' | 'follow-up' | 'no-show' };

const purposeOf = (notice: TemplatedNotice): TemplatePurpose => {
  // A moved series has no one old time to name; what counts is when its dates are now.
  if (notice.kind === 'series')
    return notice.did === 'cancelled' ? 'booking_cancelled_by_us' : 'booking_confirmed';
  return purposes[notice.kind];
};

const purposes: Record<Exclude<TemplatedNotice['kind'], 'series'>, TemplatePurpose> = {
  booked: 'booking_confirmed',
  confirmation: 'booking_confirmed',
  attendee: 'booking_confirmed',
  moved: 'booking_moved_by_us',
  cancelled: 'booking_cancelled_by_us',
  closed: 'new_times_offered',
  late: 'running_late',
  reminder: 'booking_reminder',
  thanks: 'visit_thanks',
  'follow-up': 'visit_follow_up',
  'no-show': 'no_show_follow_up',
};

/** Staff's reasons are left out: they are free words, and a clinic's may be nothing for a template. */
const extrasOf = (notice: TemplatedNotice): NoticeExtras => {
  switch (notice.kind) {
    case 'moved':
      return { from: notice.from };
    case 'late':
      return { minutes: notice.minutes };
    case 'series':
      return { dates: notice.dates };
    default:
      return {};
  }
};

/**
 * The approved template that tells of a notice, filled and with working buttons: in the language wanted, otherwise in the
 * other. Null where the channel has none approved: then it can only be said inside the 24-hour window.
 */
export const templateForNotice = (
  db: Db,
  world: NoticeWorld,
  scope: BusinessScope,
  of: { channelId: string; notice: TemplatedNotice; booking: Booking; language: Language },
): Promise<TemplateMessage | null> =>
  templateFor(db, world, scope, {
    channelId: of.channelId,
    purpose: purposeOf(of.notice),
    booking: of.booking,
    language: of.language,
    extras: extrasOf(of.notice),
  });

/** What is to be said by template, and where. */
export type TemplateRequest = {
  channelId: string;
  purpose: TemplatePurpose;
  /** Null: what is said is of none. */
  booking: Booking | null;
  language: Language;
  extras?: NoticeExtras;
  /** Values of an earlier try, used where nothing newer is known. */
  keep?: Readonly<Record<string, string>>;
};

/** The approved template for a purpose, as `templateForNotice`. */
export async function templateFor(
  db: Db,
  world: NoticeWorld,
  scope: BusinessScope,
  request: TemplateRequest,
): Promise<TemplateMessage | null> {
  const { booking, channelId, purpose, language, extras = {}, keep = {} } = request;
  const choices = sendable(await listTemplates(db, scope, channelId), purpose, language);
  if (choices.length === 0) return null;
  const facts = await factsFor(db, world, scope, booking);
  const fact = booking && bookingFact(world, scope, booking);
  const many = (extras.dates?.length ?? 0) > 1;
  for (const choice of choices) {
    const values = { ...keep, ...noticePlaces(fact, extras, facts, choice.language) };
    const body = fitParameters(choice.definition, values);
    if (body) return messageOf(choice, body, booking, many);
  }
  return null;
}

/** Whether anything may be sent for a purpose outside the 24-hour window. */
export const hasTemplate = async (
  db: Db,
  scope: BusinessScope,
  { channelId, purpose }: { channelId: string; purpose: TemplatePurpose },
): Promise<boolean> => sendable(await listTemplates(db, scope, channelId), purpose, 'ta').length > 0;

const messageOf = (
  { name, language, purpose, definition }: StoredTemplate,
  body: Record<string, string>,
  booking: Booking | null,
  many: boolean,
): TemplateMessage => ({
  kind: 'template',
  name,
  language,
  body,
  buttons: templateSet[purpose].taps.slice(0, definition.buttons.length).map((meaning, index) => ({
    type: 'quick-reply' as const,
    index,
    payload: tapOf(meaning, booking, many),
  })),
});

/** The business, and as much of the customer as their name. */
async function factsFor(db: Db, world: NoticeWorld, scope: BusinessScope, booking: Booking | null) {
  const standing = await loadStandingFacts(db, scope, world.clock.now());
  const customer = booking?.customerId ? await getCustomer(db, scope, booking.customerId) : null;
  return { ...standing, ...nameFacts(customer) };
}
