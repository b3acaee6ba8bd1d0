import type { Chat, Filled, Turned } from './chat';
import type { Draft } from './draft';
import { fillAttendee } from './steps/attendee';
import { fillDay } from './steps/day';
import { fillResource } from './steps/doctor';
import { holdDraft } from './steps/hold';
import { fillLength } from './steps/length';
import { fillService } from './steps/service';
import { fillTime } from './steps/time';

/** The questions of a booking in their order. Each is skipped when the draft already answers it. */
const questions: readonly ((chat: Chat, draft: Draft) => Filled)[] = [
  fillService,
  fillResource,
  fillLength,
  fillDay,
  fillTime,
  fillAttendee,
];

/** Goes on with a booking in the making: asks the first thing that is missing, or holds the slot for review. */
export const proceed = (chat: Chat, draft: Draft): Turned => {
  let known = draft;
  for (const question of questions) {
    const answered = question(chat, known);
    if (answered.kind === 'asked') return answered.turned;
    known = answered.draft;
  }
  return holdDraft(chat, known);
};
