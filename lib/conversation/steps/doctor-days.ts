import { formatDayTitle } from '../../i18n/format-day';
import { addDays } from '../../scheduling/zone';
import { named, say, type Chat } from '../chat';
import { encodeChoice } from '../choice';
import type { Option } from '../compose';
import type { Draft } from '../draft';
import { daysFor, lastDay, placesLeft } from '../offered-times';
import type { ResourceFact } from '../types';

/** Two weeks: whoever wants a later day taps the doctor and sees the rest. */
const aheadDays = 13;

/**
 * The soonest open days of each doctor, as rows to go below theirs: doctor and day take one message and one tap. `room`:
 * rows that are left for days; shared evenly. Null where there is no room for one day each, or nobody has one soon.
 */
export const doctorDays = (
  chat: Chat,
  draft: Draft,
  doctors: ResourceFact[],
  room: number,
): Option[][] | null => {
  const each = Math.floor(room / Math.max(doctors.length, 1));
  if (each < 1) return null;
  const { today } = chat.facts;
  const last = lastDay(chat, draft.serviceId);
  const until = addDays(today, aheadDays);
  const days = daysFor(chat, { ...draft, resourceId: null }, today, until < last ? until : last);
  const rowsOf = doctors.map(({ id, name }) =>
    days
      .map((day) => ({
        ...day,
        slots: day.slots
          .map((slot) => ({ ...slot, free: slot.free.filter(({ resourceId }) => resourceId === id) }))
          .filter(({ free }) => free.length > 0),
      }))
      .filter(({ slots }) => slots.length > 0)
      .slice(0, each)
      .map((day) => ({
        id: encodeChoice('set', {
          s: draft.serviceId ?? undefined,
          r: id,
          d: day.date,
          a: draft.attendeeId ?? undefined,
        }),
        title: formatDayTitle(chat.language, day.date, today),
        description: say(chat, 'doctor.dayDetail', {
          doctor: named(chat, name, 40),
          count: placesLeft(day),
        }),
      })),
  );
  return rowsOf.some((rows) => rows.length > 0) ? rowsOf : null;
};
