import { after, say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import type { Effect } from '../types';

/** Everything that nobody has asked for. */
const unasked = ['reminders', 'offers'] as const;

type Unasked = (typeof unasked)[number];

const done = {
  on: { all: 'stop.start', reminders: 'stop.startReminders', offers: 'stop.startOffers' },
  off: { all: 'stop.done', reminders: 'stop.doneReminders', offers: 'stop.doneOffers' },
} as const;

/**
 * Turns messages on or off: of one kind, or (null) all that were not asked for. Answered once, with the way back. What is
 * booked goes on, and so does a booking in the making: that is asked for.
 */
export const changeMessages = (chat: Chat, granted: boolean, only: Unasked | null): Turned => {
  const words = chat.words.slice(0, 500);
  const purposes = only === null ? unasked : [only];
  const effects = purposes.map((purpose): Effect => ({ kind: 'record-consent', purpose, granted, words }));
  const key = done[granted ? 'on' : 'off'][only ?? 'all'];
  const back = {
    id: encodeChoice(granted ? 'messages-off' : 'messages-on', only === null ? {} : { k: only }),
  };
  const options = [
    { ...back, title: say(chat, granted ? 'stop.offButton' : 'stop.onButton') },
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
  return after(effects, answer(chat, { misses: 0 }, { key, body: say(chat, key), options }));
};
