import { describe, expect, it } from 'vitest';
import type { FakeWorld } from '../../testing/fake-world';
import { allCourts, returningCustomer } from '../../testing/fake-world';
import { readState } from '../state';
import { prepaid } from '../../testing/prepaid';

/** Asked to pay, run out, and perhaps taken by others. */
const runOut = (taken: boolean): FakeWorld => {
  const chat = returningCustomer({ catalog: prepaid() });
  chat.say('court tomorrow 6 pm');
  chat.tap('Confirm');
  chat.runOut();
  if (taken) chat.rival(allCourts, '2026-11-23', 18 * 60);
  return chat;
};

describe('money that comes after its time', () => {
  it('books the slot where it is still free, and says so', () => {
    const chat = runOut(false);
    expect(chat.pay()).toMatch(/slot was still free[\s\S]*Booked! ₹600 received/);
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('offers the nearest times, paid already, and the money back', () => {
    const chat = runOut(true);
    expect(chat.pay()).toContain('has gone to somebody else');
    expect(chat.titles()).toContain('Money back');
    chat.tap('Mon 23 Nov · 5:00 PM');
    expect(chat.key()).toBe('confirmed.body');
    expect(chat.body()).toContain('evening 5:00 – 6:00 PM');
    expect(chat.body()).toContain('₹600 · paid');
    expect(chat.done('rebook-paid')).toMatchObject([{ bookingId: chat.asked().id }]);
    expect(chat.done('hold-slot')).toHaveLength(1);
  });

  it('gives all of it back on a tap, once', () => {
    const chat = runOut(true);
    chat.pay();
    const back = chat.idOf('Money back');
    chat.press(back, 'Money back');
    expect(chat.body()).toContain('₹600 for Badminton court');
    expect(chat.body()).toContain('5 to 7 working days');
    chat.press(back, 'Money back');
    expect(chat.body()).toContain('5 to 7 working days');
    expect(chat.done('refund-late')).toHaveLength(1);
  });

  it('"refund", பணம் திரும்ப வேணும் at the question give it back, too', () => {
    for (const text of ['refund please', 'பணம் திரும்ப வேணும்']) {
      const chat = runOut(true);
      chat.pay();
      chat.say(text);
      expect(chat.done('refund-late')).toHaveLength(1);
    }
  });

  it('takes a typed time as a wish, and books nothing that was not tapped', () => {
    const chat = runOut(true);
    chat.pay();
    chat.say('sunday 7 am');
    expect(chat.key()).toBe('payment.lateAgain');
    expect(chat.titles()[0]).toContain('Sun 29 Nov · 7:00 AM');
    expect(chat.done('rebook-paid')).toEqual([]);
    expect(chat.done('hold-slot')).toHaveLength(1);
    chat.tap('7:00 AM');
    expect(chat.confirmed()[0]?.keptPaise).toBe(60_000);
  });

  it('offers again where the chosen one was taken as well', () => {
    const chat = runOut(true);
    chat.pay();
    const five = chat.idOf('Mon 23 Nov · 5:00 PM');
    chat.rival(allCourts, '2026-11-23', 17 * 60);
    chat.press(five);
    expect(chat.key()).toBe('payment.lateTaken');
    expect(chat.titles()).toContain('Money back');
    expect(chat.titles().join()).not.toContain('5:00 PM');
  });

  it('is found again by "paid", "pay" and "refund" from anywhere', () => {
    for (const text of ['paid', 'pay', 'where is my refund']) {
      const chat = runOut(true);
      chat.pay();
      chat.say('menu');
      chat.say(text);
      expect(chat.key(), text).toBe('payment.lateAgain');
    }
  });

  it('old rows and Confirm of the lost hold never take a second payment', () => {
    const chat = runOut(true);
    chat.pay();
    const five = chat.idOf('Mon 23 Nov · 5:00 PM');
    chat.press(five);
    chat.press(five);
    expect(chat.key()).toBe('confirmed.already');
    expect(chat.done('rebook-paid')).toHaveLength(1);
  });

  it.each([
    ['cancelled', 'came after it was cancelled'],
    ['paid-already', 'was paid already'],
    ['too-late', 'came too late'],
    ['short', 'less than was asked for'],
  ] as const)('that is not needed goes back by itself (%s)', (why, words) => {
    const chat = runOut(false);
    const booking = chat.asked();
    expect(chat.tell({ kind: 'payment-returned', booking, amountPaise: 60_000, why })).toContain(words);
  });

  it('that goes back by itself, because nobody decided, is no question any more', () => {
    const chat = runOut(true);
    chat.pay();
    expect(readState(chat.state).step).toBe('rebook');
    const booking = { ...chat.asked(), keptPaise: 0, refundingPaise: 60_000 };
    chat.world.bookings = chat.world.bookings.map((one) => (one.id === booking.id ? booking : one));
    chat.tell({ kind: 'payment-returned', booking, amountPaise: 60_000, why: 'too-late' });
    expect(readState(chat.state)).toMatchObject({ step: 'idle', subject: null });
    expect(chat.tell({ kind: 'refund-started', booking, amountPaise: 0 })).toContain('₹600');
  });

  it('of another amount or currency is looked at by staff', () => {
    const chat = runOut(false);
    const booking = chat.asked();
    const tell = (amountPaise: number, currency: string): string =>
      chat.tell({ kind: 'payment-mismatch', booking, amountPaise, currency });
    expect(tell(59_900, 'INR')).toContain('We received ₹599, but not the ₹600');
    expect(tell(1_200, 'USD')).toContain('USD 12.00');
  });
});

describe('a part of what was asked for', () => {
  it('buys no other time, whatever button is pressed', () => {
    const chat = runOut(true);
    chat.pay(chat.asked(), 100);
    expect(chat.key()).toBe('payment.mismatch');
    const at = chat.asked().startsAt + 60;
    chat.press(`1|rebook|b=${chat.asked().id}|r=*|at=${String(at)}|l=60`);
    expect(chat.done('rebook-paid')).toEqual([]);
    chat.press(`1|money-back|b=${chat.asked().id}`);
    expect(chat.done('refund-late')).toEqual([]);
    expect(chat.confirmed()).toEqual([]);
  });
});

describe('cancelling what is paid', () => {
  const paid = (): FakeWorld => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.say('court on wednesday 6 pm');
    chat.tap('Confirm');
    chat.pay();
    return chat;
  };

  it('P14 tells before the yes how much comes back, and after it that it is on its way', () => {
    const chat = paid();
    chat.tap('Cancel');
    expect(chat.body()).toContain('all of the ₹600 back');
    chat.tap('Yes');
    expect(chat.body()).toMatch(/Cancelled[\s\S]*₹600 is on its way back[\s\S]*5 to 7 working days/);
    chat.say('refund status');
    expect(chat.body()).toContain('₹600 for Badminton court');
    const booking = chat.asked();
    expect(chat.tell({ kind: 'refund-told', booking, amountPaise: 60_000, state: 'done' })).toContain(
      'has gone back',
    );
  });

  it('P14 later half of it, and at last nothing', () => {
    const half = paid();
    half.world.now = new Date('2026-11-25T10:00:00+05:30');
    half.say('cancel my booking');
    expect(half.body()).toContain('₹300 of the ₹600 back');
    const none = paid();
    none.world.now = new Date('2026-11-25T15:00:00+05:30');
    none.say('cancel my booking');
    expect(none.body()).toContain('not given back any more');
  });

  it('"refund" of a booking that stands says what cancelling would bring', () => {
    const chat = paid();
    chat.say('i want my money back');
    expect(chat.key()).toBe('payment.refundIfCancelled');
    chat.tap('Cancel');
    expect(chat.key()).toBe('cancelling.ask');
  });

  it('says so where no money is on its way', () => {
    const chat = returningCustomer();
    expect(chat.say('பணம் எப்போ திரும்ப வரும்')).toContain('எதுவும் இப்போ இல்லை');
  });
});
