import { formatDuration } from '../../i18n/format-time';
import { asked, filled, say, type Chat, type Filled, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import type { Draft } from '../draft';
import { findResource, findService } from '../words';

const choicesFor = (chat: Chat, draft: Draft): number[] => {
  const service = findService(chat, draft.serviceId);
  if (service === null) return [];
  return findResource(service, draft.resourceId)?.durationMinutes ?? service.durationMinutes;
};

/** Asks how long; only when the customer wants to choose, or asked for a length that is not offered. */
export const askLength = (chat: Chat, draft: Draft): Turned => {
  const key = findService(chat, draft.serviceId)?.kind === 'court' ? 'length.ask' : 'length.askVisit';
  return answer(
    chat,
    { step: 'length', draft: { ...draft, durationMinutes: null } },
    {
      key,
      body: say(chat, key),
      opener: say(chat, 'length.opener'),
      options: choicesFor(chat, draft).map((minutes) => ({
        id: encodeChoice('set', {
          s: draft.serviceId ?? undefined,
          r: draft.resourceId ?? '*',
          d: draft.date ?? undefined,
          t: draft.time ?? undefined,
          l: minutes,
          m: draft.moving ?? undefined,
        }),
        title: formatDuration(chat.language, minutes),
      })),
    },
  );
};

/** The length stays the default unless one was named; one that is not offered is asked for again. */
export const fillLength = (chat: Chat, draft: Draft): Filled => {
  const service = findService(chat, draft.serviceId);
  if (draft.durationMinutes === null || draft.moving !== null || service === null) return filled(draft);
  if (choicesFor(chat, draft).includes(draft.durationMinutes)) return filled(draft);
  // With any doctor each has an own length of visit; what was said about minutes does not choose among them.
  if (service.kind === 'consultation') {
    const known = service.resources.some((r) => r.durationMinutes.includes(draft.durationMinutes ?? 0));
    return filled(draft.resourceId === null && known ? draft : { ...draft, durationMinutes: null });
  }
  return asked(askLength(chat, draft));
};
