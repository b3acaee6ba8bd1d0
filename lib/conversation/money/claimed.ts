import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import type { BookingFact } from '../types';

/** The bank's number is with staff already: nothing more is to be done, and nothing to be paid again. */
export const tellClaimed = (chat: Chat, { payment }: BookingFact): Turned =>
  answer(
    chat,
    {},
    {
      key: 'payment.claimedAlready',
      body: say(chat, 'payment.claimedAlready', { reference: payment?.claimedReference ?? '' }),
      options: [{ id: encodeChoice('staff'), title: say(chat, 'staff.button') }],
    },
  );
