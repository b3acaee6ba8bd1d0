import { expect, test } from 'vitest';
import type { ChatMessage, Customer, Snapshot } from '../../lib/simulator/types';
import {
  chatOf,
  initialState,
  reduceSimulator,
  type SimulatorEvent,
  type SimulatorState,
} from './simulator-state';

const customer: Customer = {
  id: 'c1',
  name: 'Anbu',
  waId: '919840000001',
  bsuid: null,
  username: null,
  open: true,
  online: true,
  readReceipts: true,
  lastInboundAt: null,
  typingUntil: null,
  unread: 0,
};
const snapshot: Snapshot = {
  business: { name: 'Demo', displayPhone: '+91', phoneNumberId: '1' },
  customers: [customer],
  messages: [],
  exchanges: [],
  misbehaviour: {
    sendTwice: false,
    holdNext: 0,
    held: 0,
    failNext: null,
    webhookDelayMs: 0,
    apiDelayMs: 0,
    dropAnswers: 0,
    refuseNext: null,
    duplicateStatuses: false,
    batchMs: 0,
    rejectTemplates: null,
  },
};
const message = (rest: Partial<ChatMessage>): ChatMessage => ({
  id: 'w1',
  customerId: 'c1',
  from: 'business',
  at: '2026-11-23T06:00:00Z',
  status: 'delivered',
  content: { kind: 'text', body: 'hi' },
  ...rest,
});
const after = (...events: SimulatorEvent[]): SimulatorState => events.reduce(reduceSimulator, initialState);
const start: SimulatorEvent = { type: 'feed', event: { type: 'snapshot', snapshot } };
const arrives = (rest: Partial<ChatMessage>): SimulatorEvent => ({
  type: 'feed',
  event: { type: 'message', message: message(rest) },
});

test('a message shows once however often the feed repeats it', () => {
  expect(chatOf(after(start, arrives({}), arrives({})), customer)).toHaveLength(1);
});

test('what has not arrived at the phone is not shown', () => {
  const states = (['accepted', 'sent', 'failed'] as const).map((status) =>
    chatOf(after(start, arrives({ status })), customer),
  );
  expect(states).toEqual([[], [], []]);
});

test('a message being sent is shown at once and replaced by the confirmed one', () => {
  const sending: SimulatorEvent = {
    type: 'sending',
    message: {
      clientId: 'k',
      customerId: 'c1',
      at: '2026-11-23T06:00:00Z',
      content: { kind: 'text', body: 'hi' },
      failed: false,
    },
  };
  expect(chatOf(after(start, sending), customer)).toMatchObject([{ id: 'k', status: 'sending' }]);
  const confirmed = after(start, sending, arrives({ from: 'customer', status: 'sent', clientId: 'k' }));
  expect(chatOf(confirmed, customer)).toMatchObject([{ id: 'w1', status: 'sent' }]);
  const failed = after(start, sending, { type: 'send-failed', clientId: 'k' });
  expect(chatOf(failed, customer)).toMatchObject([{ id: 'k', status: 'unsent' }]);
});

test('a new snapshot replaces everything after a reconnection', () => {
  expect(
    chatOf(after(start, arrives({}), { type: 'connection', connection: 'lost' }, start), customer),
  ).toEqual([]);
});
