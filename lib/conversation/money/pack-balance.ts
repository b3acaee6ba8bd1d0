import { say, withNote, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { repeatStep } from '../flow';
import { serviceOptions } from '../steps/opening';
import { packReceiptOption } from './receipt';
import { balanceLines } from './pack-words';

/** "What is left of my pack": a line for each; in the middle of a booking the question at hand follows. */
export const tellPacks = (chat: Chat): Turned => {
  const key = chat.facts.packs.length === 0 ? 'pack.none' : 'pack.balance';
  const body = say(chat, key, { packs: balanceLines(chat) });
  const busy = !['idle', 'service', 'bookings', 'booking'].includes(chat.state.step);
  if (busy) return repeatStep(withNote(chat, body.slice(0, 1000)));
  const menu = { id: encodeChoice('menu'), title: say(chat, 'menu.button') };
  const receipt = packReceiptOption(chat);
  const services = serviceOptions(chat).slice(0, receipt ? 1 : 2);
  const options = [...services, ...(receipt ? [receipt] : []), menu];
  return answer(chat, {}, { key, body, options, buttons: true });
};
