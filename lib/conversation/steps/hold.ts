import { after, silent, withState, type Chat, type Turned } from '../chat';
import type { Draft } from '../draft';
import { bestFree, dayFor } from '../offered-times';
import { isAwaiting } from '../money/payable';
import { offerNearest } from '../unavailable';
import type { Effect } from '../types';
import { findBooking, findService } from '../words';
import { askDay } from './day';
import { wantedOf } from './time';

/** Stores a new person first; the hold follows when the answer with the person's id comes. */
const addPerson = (chat: Chat, draft: Draft, name: string): Turned => {
  const effects: Effect[] = [
    { kind: 'add-attendee', name, relation: draft.relation ?? 'other', age: draft.age },
  ];
  if (draft.relation === 'self' && chat.facts.customer.name === null)
    effects.unshift({ kind: 'set-name', name });
  return silent(withState(chat, { step: 'holding', draft }), effects);
};

const holdMove = (
  chat: Chat,
  draft: Draft,
  moving: string,
  startsAt: number,
  durationMinutes: number,
): Turned => {
  const earlier: Effect[] = chat.state.held === moving ? [{ kind: 'release-move', bookingId: moving }] : [];
  const { resourceId } = draft;
  const effect: Effect = { kind: 'hold-move', bookingId: moving, resourceId, startsAt, durationMinutes };
  return silent(withState(chat, { step: 'holding', draft }), [...earlier, effect]);
};

/**
 * A hold of this chat that the new one replaces: only one that is not the booking being moved. One that waits for its
 * money is replaced by another time of the same service alone, and money that came for it is never left behind.
 */
const replaced = (chat: Chat, serviceId: string): string | null => {
  const held = findBooking(chat, chat.state.held);
  if (held === null || (held.status !== 'held' && held.status !== 'expired') || held.keptPaise > 0)
    return null;
  return isAwaiting(held) && held.serviceId !== serviceId ? null : held.id;
};

/** Everything is known: reserves the slot, so that the review can say until when it is held. */
export const holdDraft = (chat: Chat, draft: Draft): Turned => {
  const { serviceId, start } = draft;
  if (serviceId === null || start === null) return askDay(chat, draft);
  const wanted = wantedOf(chat, start);
  const slot = dayFor(chat, draft, wanted.date)?.slots.find((one) => one.start === start);
  const free = slot === undefined ? null : bestFree(slot.free);
  if (free === null) return offerNearest(chat, draft, wanted, 'choice');
  const { durationMinutes } = free;
  if (draft.moving !== null) return holdMove(chat, draft, draft.moving, start, durationMinutes);
  const patient = findService(chat, serviceId)?.kind === 'consultation';
  if (patient && draft.attendeeId === null && draft.name !== null) return addPerson(chat, draft, draft.name);
  const effects: Effect[] = [
    {
      kind: 'hold-slot',
      serviceId,
      resourceId: draft.resourceId,
      startsAt: start,
      durationMinutes,
      attendee: { attendeeId: draft.attendeeId, name: draft.name },
      releases: replaced(chat, serviceId),
    },
  ];
  const named: Effect[] =
    !patient && draft.name !== null && chat.facts.customer.name === null
      ? [{ kind: 'set-name', name: draft.name }]
      : [];
  return after(named, silent(withState(chat, { step: 'holding', draft }), effects));
};
