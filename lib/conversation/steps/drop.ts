import { after, say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import type { Effect } from '../types';
import { findBooking, isUpcoming, whenOf } from '../words';
import { bookingOptions, settled } from './confirmed';

/** What gives back a slot that this chat holds and did not confirm. */
export const releaseEffects = (chat: Chat): Effect[] => {
  const held = findBooking(chat, chat.state.held);
  if (held === null) return [];
  if (chat.state.draft.moving === held.id) return [{ kind: 'release-move', bookingId: held.id }];
  return held.status === 'held' ? [{ kind: 'release-hold', bookingId: held.id }] : [];
};

/** Drops the booking in the making; one that was being moved stays at its old time. */
export const dropDraft = (chat: Chat): Turned => {
  const effects = releaseEffects(chat);
  const moved = findBooking(chat, chat.state.draft.moving);
  if (moved !== null && isUpcoming(chat, moved)) {
    const when = whenOf(chat, moved.startsAt, moved.durationMinutes);
    const kept = say(chat, 'dropped.kept', { when });
    return after(
      effects,
      answer(chat, settled, { key: 'dropped.kept', body: kept, options: bookingOptions(chat, moved) }),
    );
  }
  const options = [
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
    { id: encodeChoice('mine'), title: say(chat, 'opening.mine') },
  ];
  return after(
    effects,
    answer(chat, settled, { key: 'dropped.body', body: say(chat, 'dropped.body'), options }),
  );
};
