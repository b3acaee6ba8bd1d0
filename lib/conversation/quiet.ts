import { after, say, silent, type Chat, type Turned } from './chat';
import { answer } from './compose';
import { staffIsTalking } from './steps/staff';
import type { Effect } from './types';

/** What is never lost on us, however it comes: that somebody wants no more messages, or is in danger. */
const counts = (effect: Effect): boolean =>
  (effect.kind === 'record-consent' && !effect.granted) ||
  (effect.kind === 'call-staff' && effect.reason === 'emergency');

/**
 * A turn of somebody who is not to be answered: blocked by staff, or writing far more than anybody reads. Of what the turn
 * would do only what must not be lost is done. Who has just begun to write too much is asked once to slow down; an emergency
 * is answered in full the first time (P29). Null: an ordinary turn.
 */
export const quietTurn = (chat: Chat, turned: Turned): Turned | null => {
  const { customer, thread } = chat.facts;
  const effects = turned.effects.filter(counts);
  if (customer.blocked) return silent(chat, effects);
  if (!thread.flood) return null;
  if (staffIsTalking(chat)) return silent(chat, effects);
  if (effects.some(({ kind }) => kind === 'call-staff')) return turned;
  if (thread.flood === 'goes-on') return silent(chat, effects);
  return after(effects, answer(chat, {}, { key: 'flood.body', body: say(chat, 'flood.body') }));
};
