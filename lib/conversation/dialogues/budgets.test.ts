import { afterAll, describe, expect, it } from 'vitest';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';

const counted: { journey: string; actions: number; budget: number; messages: number; most: number }[] = [];

const count = (journey: string, chat: FakeWorld, budget: number, most: number): void => {
  counted.push({ journey, actions: chat.actions, budget, messages: chat.sent.length, most });
  expect(chat.actions, 'customer actions').toBeLessThanOrEqual(budget);
  expect(chat.sent.length, 'messages we send').toBeLessThanOrEqual(most);
};

afterAll(() => {
  const lines = counted.map(
    ({ journey, actions, budget, messages, most }) =>
      `${journey.padEnd(32)} actions ${String(actions)} of ${String(budget)}, messages ${String(messages)} of ${String(most)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
});

describe('the budget of customer actions', () => {
  it('lets a returning customer book with one Tamil sentence and one tap', () => {
    const chat = returningCustomer();
    chat.say('நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    chat.tap('உறுதி செய்');
    expect(chat.key()).toBe('confirmed.body');
    expect(chat.confirmed()).toHaveLength(1);
    count('returning, one sentence', chat, 2, 3);
  });

  it('lets a returning customer book by five taps', () => {
    const chat = returningCustomer();
    chat.say('Hi');
    chat.tap('Badminton');
    chat.tap('Tomorrow');
    chat.tap('6:00');
    chat.tap('Confirm');
    expect(chat.key()).toBe('confirmed.body');
    count('returning, by taps', chat, 5, 5);
  });

  it('lets a returning customer take their usual time on another day by three', () => {
    const chat = returningCustomer();
    chat.say('Hi');
    const [, other] = chat.options();
    expect(other?.title).toMatch(/^[A-Z][a-z]+,? \d+ \w+ .*6:00/);
    chat.tap(other?.title ?? '');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
    count('returning, usual time by taps', chat, 3, 3);
  });

  it('lets a returning customer repeat their last choice by three', () => {
    const chat = returningCustomer();
    chat.say('வணக்கம்');
    expect(chat.titles()[0]).toBe('போன முறை போலவே');
    chat.tap('போன முறை');
    chat.tap('உறுதி செய்');
    expect(chat.confirmed()).toHaveLength(1);
    count('returning, same as last time', chat, 3, 3);
  });

  it('asks a new customer for no more than the name on top', () => {
    const chat = new FakeWorld({ customer: { profileName: 'Ravi Kumar' } });
    chat.say('Hi');
    chat.tap('Badminton');
    chat.tap('Tomorrow');
    chat.tap('9:00');
    chat.tap('Ravi Kumar');
    chat.tap('Confirm');
    expect(chat.confirmed()[0]?.attendeeName).toBe('Ravi Kumar');
    count('new, by taps', chat, 6, 6);
  });

  it('asks one more question for a doctor: which one', () => {
    const chat = new FakeWorld({
      customer: { name: 'Kavitha', attendees: [{ id: 'p1', name: 'Kavitha', relation: 'self', age: 34 }] },
    });
    chat.say('வணக்கம்');
    chat.tap('டாக்டர்');
    chat.tap('எந்த டாக்டரும்');
    chat.tap('நாளை');
    chat.tap('9:00');
    chat.tap('உறுதி செய்');
    expect(chat.confirmed()[0]?.attendeeId).toBe('p1');
    count('returning, doctor', chat, 6, 6);
  });

  it('asks a new patient for name and age in one breath', () => {
    const chat = new FakeWorld();
    chat.say('Hello');
    chat.tap('Doctor');
    const rows = chat.options().filter(({ title }) => title.startsWith('Tomorrow'));
    expect(rows.map(({ description }) => description)).toEqual([
      'Dr. Priya Raman · 23 places left',
      'Dr. Karthik Subramanian · 46 places left',
      'Dr. Meena Selvam · 9 places left',
    ]);
    chat.press(rows[0]?.id ?? '', rows[0]?.title);
    chat.tap('10:00');
    chat.say('Kavitha 34');
    chat.tap('Confirm');
    expect(chat.world.customer.attendees).toMatchObject([{ name: 'Kavitha', age: 34 }]);
    count('new, doctor', chat, 6, 6);
  });

  it('cancels from the confirmation in two', () => {
    const chat = returningCustomer();
    chat.say('நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    chat.tap('உறுதி செய்');
    chat.actions = 0;
    chat.tap('ரத்து செய்');
    chat.tap('ஆமா');
    expect(chat.key()).toBe('cancelling.done');
    expect(chat.confirmed()).toHaveLength(0);
    count('cancel', chat, 2, 5);
  });

  it('reschedules in four', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.tap('Confirm');
    const [before] = chat.confirmed();
    chat.actions = 0;
    chat.tap('Reschedule');
    chat.tap('Tue');
    chat.tap('7:00');
    chat.tap('Confirm');
    expect(chat.key()).toBe('confirmed.moved');
    expect(chat.confirmed().map(({ reference }) => reference)).toEqual([before?.reference]);
    count('reschedule', chat, 4, 7);
  });

  it('answers in the language of each message without being asked', () => {
    const chat = returningCustomer();
    expect(chat.say('court tomorrow 6 pm')).toMatch(/Please check/);
    expect(chat.say('மாலை 7 மணி')).toMatch(/சரியா இருக்கான்னு/);
    expect(chat.say('no, today 8 pm please')).toMatch(/Please check/);
    chat.actions = 0;
    count('the other language', chat, 0, 3);
  });
});
