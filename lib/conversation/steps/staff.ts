import { after, say, withNote, withState, type Chat, type Turned } from '../chat';
import { answer } from '../compose';
import { plainName } from '../plain-name';
import type { CallStaffReason, Effect } from '../types';

const call = (chat: Chat, reason: CallStaffReason): Effect => ({
  kind: 'call-staff',
  reason,
  words: chat.words.slice(0, 500),
});

const phoneLine = (chat: Chat, key: 'staff.phoneLine' | 'emergency.phoneLine'): string => {
  const { phone } = chat.facts.business;
  return phone === null ? '' : say(chat, key, { phone: plainName(phone, 20) });
};

/** Calls a person and goes quiet. */
export const callStaff = (chat: Chat): Turned =>
  after(
    [call(chat, 'asked')],
    answer(
      chat,
      { withStaff: true, misses: 0 },
      { key: 'staff.called', body: say(chat, 'staff.called', { phone: phoneLine(chat, 'staff.phoneLine') }) },
    ),
  );

/** After many unclear messages: a person takes over. */
export const handOver = (chat: Chat): Turned =>
  after(
    [call(chat, 'not-understood')],
    answer(
      chat,
      { withStaff: true, misses: 0 },
      { key: 'unclear.handOver', body: say(chat, 'unclear.handOver') },
    ),
  );

/** Emergency: one fixed line with 108, staff alerted, the booking flow stopped (P29). */
export const answerEmergency = (chat: Chat): Turned =>
  after(
    [call(chat, 'emergency')],
    answer(
      chat,
      { step: 'idle', withStaff: true, misses: 0 },
      {
        key: 'emergency.body',
        body: say(chat, 'emergency.body', { phone: phoneLine(chat, 'emergency.phoneLine') }),
      },
    ),
  );

/** Whether staff are talking in this chat right now, so that we stay quiet. */
export const staffIsTalking = (chat: Chat): boolean => {
  const { thread, business } = chat.facts;
  if (thread.handledBy === 'bot') return false;
  const last = Math.max(thread.handedOverAt?.getTime() ?? 0, thread.lastStaffAt?.getTime() ?? 0) / 60_000;
  return chat.now - last < business.staffIdleMinutes;
};

/** We speak again after staff had the chat, and say so: they handed back, or were silent for the set time. */
export const takeBack = (chat: Chat): { chat: Chat; effects: Effect[] } => {
  const fromStaff = chat.facts.thread.handledBy === 'staff';
  if (!fromStaff && !chat.state.withStaff) return { chat, effects: [] };
  const back = withState(withNote(chat, say(chat, 'staff.back')), { withStaff: false, misses: 0 });
  return { chat: back, effects: fromStaff ? [{ kind: 'take-back-from-staff' }] : [] };
};
