import { describe, expect, it } from 'vitest';
import { textLength } from '../../messaging/limits';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';

/** A chat brought to each step of a booking. */
const steps: [string, () => FakeWorld][] = [
  ['service', () => at((chat) => chat.say('Hi'))],
  ['doctor', () => at((chat) => chat.say('doctor'))],
  ['day', () => at((chat) => chat.say('court'))],
  ['time', () => at((chat) => chat.say('court tomorrow'))],
  ['name', () => at((chat) => chat.say('court tomorrow 6 pm'))],
  [
    'age',
    () =>
      at((chat) => {
        chat.say('doctor priya tomorrow 10:30 am');
        chat.say('Kavitha');
      }),
  ],
  [
    'review',
    () =>
      at((chat) => {
        chat.say('court tomorrow 6 pm');
        chat.say('Kavitha');
      }),
  ],
];

const at = (go: (chat: FakeWorld) => void): FakeWorld => {
  const chat = new FakeWorld();
  go(chat);
  return chat;
};

describe.each(steps)('at the step %s', (_step, arrive) => {
  it('menu shows everything that can be done, the other language included', () => {
    for (const word of ['menu', 'மெனு']) {
      const chat = arrive();
      chat.say(word);
      expect(chat.key()).toBe('menu.body');
      expect(chat.titles().some((title) => title === 'தமிழில் பேச' || title === 'Switch to English')).toBe(
        true,
      );
    }
  });

  it('help explains, in either language', () => {
    for (const word of ['help', 'உதவி']) {
      const chat = arrive();
      chat.say(word);
      expect(chat.body()).toMatch(/talk to staff|பணியாளருடன் பேச/);
    }
  });

  it('back never fails and always asks something', () => {
    const chat = arrive();
    chat.say('back');
    expect(chat.body()).not.toBe('');
    expect(chat.confirmed()).toEqual([]);
  });

  it('staff are called and the bot goes quiet', () => {
    for (const word of ['talk to staff', 'பணியாளருடன் பேச']) {
      const chat = arrive();
      chat.say(word);
      expect(chat.key()).toBe('staff.called');
      expect(chat.say('hello')).toBe('');
      expect(chat.world.staffCalls).toMatchObject([{ reason: 'asked' }]);
    }
  });

  it('stop opts out of what was not asked for and records the words', () => {
    for (const word of ['stop', 'நிறுத்து']) {
      const chat = arrive();
      chat.say(word);
      expect(chat.key()).toBe('stop.done');
      expect(chat.world.consents).toMatchObject([
        { purpose: 'reminders', granted: false, words: word },
        { purpose: 'offers', granted: false, words: word },
      ]);
    }
  });

  it('the language is switched, remembered, and the question asked again', () => {
    const chat = arrive();
    chat.say('தமிழ்');
    expect(chat.body()).toMatch(/^சரிங்க, இனி தமிழில்/);
    expect(chat.world.customer.language).toBe('ta');
    chat.say('English');
    expect(chat.body()).toMatch(/^Fine, English/);
    expect(chat.world.customer.language).toBe('en');
  });

  it('a question about prices is answered and the booking goes on', () => {
    const chat = arrive();
    const before = chat.key();
    expect(chat.say('price')).toMatch(/₹/);
    expect([before, 'info.priceHour']).toContain(chat.key());
  });

  it('no message is longer than a phone screen', () => {
    const chat = arrive();
    for (const word of ['menu', 'help', 'price', 'timing', 'my booking', 'back', 'asdf', 'asdf', 'asdf']) {
      chat.say(word);
      expect(textLength(chat.body())).toBeLessThanOrEqual(1024);
    }
  });
});

describe('cancel', () => {
  it('in the middle of a booking drops only that', () => {
    const chat = returningCustomer();
    const standing = chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.say('court tomorrow 6 pm');
    chat.say('cancel');
    expect(chat.key()).toBe('dropped.body');
    expect(chat.confirmed()).toEqual([standing]);
  });

  it('outside a booking asks once, and "no" keeps it', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.say('ரத்து');
    expect(chat.key()).toBe('cancelling.ask');
    chat.say('வேண்டாம்');
    expect(chat.key()).toBe('cancelling.kept');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('asks which of several, and takes a named one at once', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.booked('badminton', 'court-1', '2026-11-26', 7 * 60);
    chat.say('cancel');
    expect(chat.key()).toBe('mine.listCancel');
    expect(chat.titles()).toEqual(['Wed 25 Nov · 6:00 PM', 'Thu 26 Nov · 7:00 AM']);
    chat.say('cancel thursday');
    expect(chat.body()).toContain('26 Nov');
    chat.say('yes');
    expect(chat.key()).toBe('cancelling.done');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('says politely that it is too late, and offers staff', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-22', 11 * 60);
    chat.say('cancel');
    expect(chat.key()).toBe('cancelling.tooLate');
    expect(chat.titles()[0]).toBe('Talk to staff');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('has an answer when there is nothing to cancel', () => {
    const chat = new FakeWorld();
    chat.say('cancel');
    expect(chat.key()).toBe('mine.none');
  });
});

describe('moving a booking', () => {
  it('takes the old and the new time from one sentence', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60);
    chat.say('move my saturday 6 pm booking to sunday 7 am');
    expect(chat.key()).toBe('review.bodyMove');
    expect(chat.body()).toContain('Sunday, 29 Nov · morning 7:00 – 8:00 AM');
    chat.say('yes');
    expect(chat.key()).toBe('confirmed.moved');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('keeps the old time until confirmed, and on "Keep old time"', () => {
    const chat = returningCustomer();
    const booking = chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60);
    chat.say('move my booking to sunday 7 am');
    expect(booking.startsAt).toBe(chat.confirmed()[0]?.startsAt);
    chat.tap('Keep old time');
    expect(chat.key()).toBe('dropped.kept');
    expect(chat.world.moves).toEqual([]);
    expect(chat.body()).toContain('28 Nov');
  });

  it('by half an hour may overlap its own old time', () => {
    const chat = returningCustomer();
    chat.rival(['court-1', 'court-2', 'court-3', 'court-4'], '2026-11-28', 17 * 60);
    chat.rival(['court-2', 'court-3', 'court-4'], '2026-11-28', 18 * 60);
    chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60, { durationMinutes: 120 });
    chat.say('move my booking to saturday 7 pm');
    expect(chat.key()).toBe('review.bodyMove');
  });

  it('asks which of several', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.booked('badminton', 'court-1', '2026-11-26', 7 * 60);
    chat.say('reschedule');
    expect(chat.key()).toBe('mine.listMove');
    chat.tap('Thu');
    expect(chat.key()).toBe('day.askMove');
  });
});

describe('plain words in the middle of a booking', () => {
  it('"வேண்டாம்" gives it up, "change" at the review asks what to change', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    chat.say('வேண்டாம்');
    expect(chat.key()).toBe('dropped.body');
    chat.say('court tomorrow 6 pm');
    chat.say('change');
    expect(chat.key()).toBe('change.ask');
  });

  it('"no" at the question what to change shows the booking again', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    chat.say('no');
    expect(chat.key()).toBe('review.body');
    chat.say('confirm');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('says that today is over rather than past', () => {
    const chat = returningCustomer({ now: '2026-11-22T21:30:00+05:30' });
    expect(chat.say('court today')).toContain('No more times are left today');
  });
});

describe('my bookings', () => {
  it('shows a single one at once and several as a list', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.say('என் புக்கிங்');
    expect(chat.key()).toBe('booking.body');
    expect(chat.titles()).toEqual(['நேரம் மாற்று', 'ரத்து செய்', 'மெனு']);
    chat.booked('badminton', 'court-2', '2026-11-26', 18 * 60);
    chat.say('my bookings');
    expect(chat.key()).toBe('mine.list');
    chat.tap('Thu');
    expect(chat.body()).toContain('Court 2');
    chat.say('cancel');
    expect(chat.key()).toBe('cancelling.ask');
    expect(chat.body()).toContain('26 Nov');
  });
});
