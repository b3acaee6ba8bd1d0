import type { Chat, Turned } from './chat';
import { withoutTime } from './draft';
import type { Heard } from './hear';
import { proceed } from './proceed';
import type { StepName } from './state';
import { askTypedDay } from './steps/day';

/** From the question for the day up to the review there is a day or time in hand that another one can replace. */
const choosing = new Set<StepName>([
  'day',
  'typed-day',
  'time',
  'pick',
  'length',
  'court',
  'attendee',
  'name',
  'age',
  'review',
  'payment',
  'change',
]);

/**
 * "Another day", வேற நேரம் in the middle of a booking or a move: shows the other days, or the other times of the
 * day, and keeps the rest. Where the days are on show already, asks for a typed one. Null where nothing is in hand.
 */
export const hearElsewhen = (chat: Chat, { reading }: Heard): Turned | null => {
  const { draft, step } = chat.state;
  const { elsewhen, intent } = reading;
  const asks = intent === 'reschedule' || intent === 'book';
  if (elsewhen === null || !asks || draft.serviceId === null || !choosing.has(step)) return null;
  if (reading.fromDate !== null || reading.fromTime !== null) return null;
  if (elsewhen === 'time') return proceed(chat, withoutTime(draft));
  return step === 'day' || step === 'typed-day'
    ? askTypedDay(chat, draft)
    : proceed(chat, { ...draft, date: null, start: null });
};
