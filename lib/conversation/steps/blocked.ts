import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { emptyDraft } from '../draft';
import { plainName } from '../plain-name';

/** Staff want no further bookings from them here: says so without a reason, with the number to call. */
export const refuseBlocked = (chat: Chat): Turned => {
  const { phone } = chat.facts.business;
  const line = phone === null ? '' : say(chat, 'blocked.phoneLine', { phone: plainName(phone, 20) });
  const options = [
    { id: encodeChoice('mine'), title: say(chat, 'opening.mine') },
    { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
  ];
  const body = say(chat, 'blocked.body', { phone: line });
  return answer(chat, { step: 'idle', draft: emptyDraft, misses: 0 }, { key: 'blocked.body', body, options });
};
