import type { Chat, Turned } from './chat';
import { sendAgain } from './money/ask';
import { canBePaid } from './money/payable';
import { proceed } from './proceed';
import { openChat } from './steps/opening';
import { findBooking } from './words';

/** Takes up the booking in the making where it was left: at its payment, where that was asked for, or at its questions. */
export const resume = (chat: Chat): Turned => {
  const { draft } = chat.state;
  const held = findBooking(chat, chat.state.held);
  const waits = held?.status === 'held' && canBePaid(chat, held);
  if (waits && held.serviceId === draft.serviceId && held.startsAt === draft.start)
    return sendAgain(chat, held);
  return draft.serviceId === null ? openChat(chat, 'opening.which') : proceed(chat, draft);
};
