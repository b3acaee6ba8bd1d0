import type { BotKey } from '../i18n/translate';
import { say, withNote, withState, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer, type Option } from './compose';
import { exampleOf, repeatStep } from './flow';
import { handOver } from './steps/staff';
import type { Effect } from './types';

const staffFirst = (chat: Chat): Option[] => [
  { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
  { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  { id: encodeChoice('fresh'), title: say(chat, 'opening.startOver') },
];

/** `linkBody`: for a message that can only carry its link. */
const withBody = (turned: Turned, body: string, linkBody: string, fallback: Option[]): Turned => ({
  ...turned,
  effects: turned.effects.map((effect): Effect => {
    if (effect.kind !== 'reply' || effect.message.kind === 'template' || !('body' in effect.message))
      return effect;
    if (effect.message.kind === 'link')
      return { ...effect, key: 'payment.unclear', message: { ...effect.message, body: linkBody } };
    if (effect.message.kind !== 'text')
      return { ...effect, key: 'unclear.second', message: { ...effect.message, body } };
    const buttons = fallback.map(({ id, title }) => ({ id, title }));
    return { ...effect, key: 'unclear.second', message: { kind: 'buttons', body, buttons } };
  }),
});

const askPerson = (chat: Chat, key: BotKey): Turned =>
  answer(chat, {}, { key, body: say(chat, key), options: staffFirst(chat) });

/**
 * Answers what we could not use, a little more helpfully each time and never with the same sentence thrice:
 * the question again with an example; things to tap; talk to staff first; at last staff are called.
 * `sorry` replaces the first sentence, for a voice note or a picture.
 */
export const answerUnclear = (chat: Chat, sorry: string | null = null): Turned => {
  const misses = chat.state.misses + 1;
  const counted = withState(chat, { misses });
  switch (misses) {
    case 1: {
      const first = sorry ?? say(chat, 'unclear.first', { example: say(chat, exampleOf(chat)) });
      return repeatStep(withNote(counted, first));
    }
    case 2: {
      const second =
        sorry === null ? say(chat, 'unclear.second') : `${sorry}\n\n${say(chat, 'unclear.second')}`;
      const linkBody =
        sorry === null ? say(chat, 'payment.unclear') : `${sorry}\n\n${say(chat, 'payment.unclear')}`;
      return withBody(repeatStep(counted), second, linkBody, staffFirst(chat).reverse());
    }
    case 3:
      return askPerson(counted, 'unclear.third');
    case 4:
      return askPerson(counted, 'unclear.fourth');
    default:
      return handOver(counted);
  }
};
