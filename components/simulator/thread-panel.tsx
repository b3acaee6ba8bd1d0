import { ChevronRight } from 'lucide-react';
import { chatClock, chatDay, exactClock } from '../../lib/i18n/chat-stamp';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import { inLanguage, type LocalText, languageNames } from '../../lib/kernel/local-text';
import type { ChatMessage, Customer } from '../../lib/simulator/types';
import type { ThreadView } from '../../lib/workflows/load-thread-view';
import { CodeBlock } from './code-block';
import { Fact } from './panel-fields';
import { useThread } from './use-thread';
import { useWords } from './words';

const stepKeys: Record<ThreadView['step'], SimulatorKey> = {
  idle: 'stepIdle',
  service: 'stepService',
  doctor: 'stepDoctor',
  day: 'stepDay',
  'typed-day': 'stepTypedDay',
  time: 'stepTime',
  pick: 'stepPick',
  length: 'stepLength',
  court: 'stepCourt',
  attendee: 'stepAttendee',
  name: 'stepName',
  age: 'stepAge',
  holding: 'stepHolding',
  review: 'stepReview',
  payment: 'stepPayment',
  rebook: 'stepRebook',
  change: 'stepChange',
  bookings: 'stepBookings',
  booking: 'stepBooking',
  cancel: 'stepCancel',
  continue: 'stepContinue',
};

type Person = Extract<ThreadView['draft']['person'], { relation: unknown }>;

const relationKeys: Record<Person['relation'], SimulatorKey> = {
  self: 'relationSelf',
  mother: 'relationMother',
  father: 'relationFather',
  son: 'relationSon',
  daughter: 'relationDaughter',
  wife: 'relationWife',
  husband: 'relationHusband',
  other: 'relationOther',
};

const reasonKeys: Record<NonNullable<ThreadView['staffReason']>, SimulatorKey> = {
  asked: 'reasonAsked',
  emergency: 'reasonEmergency',
  'not-understood': 'reasonNotUnderstood',
  'delivery-failed': 'reasonDeliveryFailed',
  fault: 'reasonFault',
  'place-free': 'reasonPlaceFree',
  'not-told': 'reasonNotTold',
  payment: 'reasonPayment',
  flood: 'reasonFlood',
  unanswered: 'reasonUnanswered',
  'taken-over': 'reasonTakenOver',
};

/** What the draft holds, as lines; what is not said yet has none. */
function useDraftLines({ draft, held }: ThreadView): { name: SimulatorKey; value: string }[] {
  const { language, t } = useWords();
  const words = (text: LocalText): string => inLanguage(text, language);
  const person =
    draft.person && ('name' in draft.person ? draft.person.name : t(relationKeys[draft.person.relation]));
  const lines: { name: SimulatorKey; value: string | null }[] = [
    { name: 'draftService', value: draft.service && words(draft.service) },
    {
      name: 'draftResource',
      value: draft.resource === 'any' ? t('draftAny') : draft.resource && words(draft.resource),
    },
    // Noon in India, so that the day is that day.
    { name: 'draftDate', value: draft.date && chatDay(language, `${draft.date}T06:30:00Z`) },
    { name: 'draftTime', value: draft.time },
    {
      name: 'draftLength',
      value: draft.durationMinutes === null ? null : t('minutes', { count: draft.durationMinutes }),
    },
    { name: 'draftPerson', value: person },
    {
      name: 'heldBooking',
      value:
        held &&
        (held.holdUntil === null
          ? held.reference
          : t('heldUntil', { reference: held.reference, time: chatClock(language, held.holdUntil) })),
    },
  ];
  return lines.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

const Thread = ({ thread }: { thread: ThreadView }) => {
  const { language, t } = useWords();
  const lines = useDraftLines(thread);
  const spoken = thread.language === null ? t('noneYet') : languageNames[thread.language];
  return (
    <>
      <dl>
        <Fact name={t('step')} value={t(stepKeys[thread.step])} />
        {lines.map(({ name, value }) => (
          <Fact key={name} name={t(name)} value={value} />
        ))}
        <Fact name={t('spokenLanguage')} value={spoken} />
        <Fact name={t('handledBy')} value={t(thread.handledBy === 'staff' ? 'byStaff' : 'byBot')} />
        {thread.staffReason === null ? null : (
          <Fact name={t('flagged')} value={t(reasonKeys[thread.staffReason])} />
        )}
        {thread.misses === 0 ? null : <Fact name={t('misses')} value={String(thread.misses)} />}
        <Fact name={t('lastTurn')} value={exactClock(language, thread.updatedAt)} />
      </dl>
      <details className="group border-b border-hairline px-4">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-sm text-accent">
          <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-muted group-open:rotate-90" />
          {t('rawState')}
        </summary>
        <div className="pb-4">
          <CodeBlock title="JSON" text={JSON.stringify(thread.raw)} />
        </div>
      </details>
    </>
  );
};

/** What the engine remembers of this chat, read again after each turn. */
export const ThreadPanel = ({
  customer,
  messages,
}: {
  customer: Customer;
  messages: readonly ChatMessage[];
}) => {
  const { t } = useWords();
  const thread = useThread(customer, messages);
  return (
    <section aria-label={t('thread')}>
      <h3 className="px-4 pt-5 pb-1 text-sm font-semibold">{t('thread')}</h3>
      {thread ? (
        <Thread thread={thread} />
      ) : (
        <p className="min-h-11 px-4 py-2.5 text-sm text-muted">
          {thread === null ? t('threadEmpty') : t('connecting')}
        </p>
      )}
    </section>
  );
};
