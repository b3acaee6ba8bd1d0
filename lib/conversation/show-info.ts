import { languageNames } from '../kernel/local-text';
import { named, say, withNote, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer, type Option, type Say } from './compose';
import { repeatStep } from './flow';
import { bookingOptions } from './steps/confirmed';
import { upcoming } from './steps/bookings';
import { hoursLines, lateLine, paymentLines, placeLines, priceLines } from './steps/info';
import { serviceOptions } from './steps/opening';

export type InfoTopic = 'price' | 'hours' | 'location' | 'payment' | 'late' | 'thanks' | 'help';

const keys = {
  price: 'info.priceHour',
  hours: 'info.hours',
  location: 'info.place',
  payment: 'info.payVenue',
  late: 'info.late',
  thanks: 'info.thanks',
  help: 'help.body',
} as const;

const textOf = (chat: Chat, topic: InfoTopic, serviceId: string | null): string => {
  switch (topic) {
    case 'price':
      return priceLines(chat, serviceId);
    case 'hours':
      return `${hoursLines(chat, serviceId)}\n\n${placeLines(chat)}`;
    case 'location':
      return placeLines(chat);
    case 'payment':
      return paymentLines(chat, serviceId);
    case 'late':
      return lateLine(chat);
    case 'thanks':
      return say(chat, 'info.thanks');
    case 'help':
      return say(chat, 'help.body', {
        business: named(chat, chat.facts.business.name),
        languages: Object.values(languageNames)
          .map((name) => `"${name}"`)
          .join(' / '),
      });
  }
};

const optionsFor = (chat: Chat, topic: InfoTopic): Pick<Say, 'options' | 'buttons'> => {
  const menu: Option = { id: encodeChoice('menu'), title: say(chat, 'menu.button') };
  const staff: Option = { id: encodeChoice('staff'), title: say(chat, 'staff.button') };
  const [next] = upcoming(chat);
  if (topic === 'late' && next !== undefined) return { options: bookingOptions(chat, next) };
  if (topic === 'thanks') return { options: [menu] };
  if (topic === 'help' || topic === 'late' || topic === 'payment') return { options: [menu, staff] };
  return { options: [...serviceOptions(chat).slice(0, 2), menu], buttons: true };
};

/** Answers a question by the way; in the middle of a booking the question at hand is asked again below it. */
export const showInfo = (chat: Chat, topic: InfoTopic, serviceId: string | null = null): Turned => {
  const { step } = chat.state;
  const busy = step !== 'idle' && step !== 'service' && step !== 'bookings' && step !== 'booking';
  const text = textOf(chat, topic, serviceId ?? (busy ? chat.state.draft.serviceId : null));
  if (busy) return repeatStep(withNote(chat, text.slice(0, 1000)));
  return answer(chat, {}, { key: keys[topic], body: text, ...optionsFor(chat, topic) });
};
