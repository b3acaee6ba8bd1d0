import type { LocalDate } from '../scheduling/types';
import { silent, withState, type Chat, type Turned } from './chat';
import { emptyDraft, type Draft } from './draft';
import { findResource, findService } from './words';

/** Puts the customer on the waiting list of a day; the answer comes with the outcome. Null: no such service. */
export const joinWaitlist = (chat: Chat, wish: Draft, date: LocalDate): Turned | null => {
  const service = findService(chat, wish.serviceId);
  if (service === null) return null;
  const resource = findResource(service, wish.resourceId);
  const shortest = resource?.durationMinutes[0] ?? service.durationMinutes[0] ?? 0;
  const durationMinutes = wish.durationMinutes ?? shortest;
  const resourceId = resource?.id ?? null;
  const draft = { ...emptyDraft, serviceId: service.id, resourceId, date };
  return silent(withState(chat, { draft, step: 'idle' }), [
    { kind: 'join-waitlist', serviceId: service.id, resourceId, date, durationMinutes },
  ]);
};
