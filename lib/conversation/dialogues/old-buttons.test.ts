import { describe, expect, it } from 'vitest';
import { allCourts, FakeWorld, returningCustomer } from '../../testing/fake-world';
import { encodeChoice } from '../choice';

describe('a button of an old message', () => {
  it('Confirm pressed twice books once and says so', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.press(confirm, 'Confirm');
    chat.press(confirm, 'Confirm');
    expect(chat.key()).toBe('confirmed.already');
    expect(chat.done('confirm-booking')).toHaveLength(1);
    expect(chat.confirmed()).toHaveLength(1);
  });

  it.each([
    ['Stop promotions', ['offers']],
    ['Stop offers', ['offers']],
    ['STOP', ['reminders', 'offers']],
    ['Unsubscribe', ['reminders', 'offers']],
    ['விளம்பரங்களை நிறுத்து', ['offers']],
    ['நிறுத்து', ['reminders', 'offers']],
  ])('an opt-out button that is not ours is heard by its words: %s', (title, refused) => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.press('', title);
    expect(chat.key()).toMatch(/^stop\.done/);
    const records = chat.done('record-consent');
    expect(records.map(({ purpose, granted }) => [purpose, granted])).toEqual(
      refused.map((one) => [one, false]),
    );
  });

  it('a time that is still free is booked, days later', () => {
    const chat = returningCustomer();
    chat.say('court on wednesday');
    const time = chat.idOf('6:00 – 7:00 PM');
    chat.say('cancel');
    chat.wait(24 * 60);
    chat.press(time, '6:00 – 7:00 PM');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('25 Nov · evening 6:00 – 7:00 PM');
  });

  it('a time that was taken since says so and offers the nearest', () => {
    const chat = returningCustomer();
    chat.say('court on wednesday');
    const time = chat.idOf('6:00 – 7:00 PM');
    chat.rival(allCourts, '2026-11-25', 18 * 60);
    chat.press(time, '6:00 – 7:00 PM');
    expect(chat.key()).toBe('taken.body');
  });

  it('a time that has passed says so', () => {
    const chat = returningCustomer();
    chat.say('court today');
    const time = chat.idOf('6:00 – 7:00 PM');
    chat.wait(24 * 60);
    chat.press(time);
    expect(chat.key()).toBe('taken.pastTime');
  });

  it('a day that has passed says so', () => {
    const chat = returningCustomer();
    chat.say('court');
    const day = chat.idOf('Today');
    chat.wait(24 * 60);
    chat.press(day);
    expect(chat.body()).toContain('already past');
  });

  it('Confirm of a booking that was dropped holds the slot anew and asks again', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.tap('Cancel');
    chat.press(confirm, 'Confirm');
    expect(chat.key()).toBe('review.body');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('Cancel pressed twice cancels once', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.say('cancel');
    const yes = chat.idOf('Yes, cancel');
    chat.press(yes, 'Yes, cancel');
    chat.press(yes, 'Yes, cancel');
    expect(chat.key()).toBe('cancelling.already');
    expect(chat.done('cancel-booking')).toHaveLength(1);
  });

  it('Confirm of a move pressed twice moves once', () => {
    const chat = returningCustomer();
    chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60);
    chat.say('move my booking to sunday 7 am');
    const confirm = chat.idOf('Confirm');
    chat.press(confirm, 'Confirm');
    chat.press(confirm, 'Confirm');
    expect(chat.done('confirm-move')).toHaveLength(1);
    expect(chat.body()).toContain('29 Nov');
  });

  it('Cancel of an old review leaves the newer booking in the making alone', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    const drop = chat.idOf('Cancel');
    chat.tap('Confirm');
    chat.say('court on wednesday 6 pm');
    chat.press(drop, 'Cancel');
    expect(chat.key()).toBe('cancelling.ask');
    expect(chat.world.bookings.filter(({ status }) => status === 'held')).toHaveLength(1);
  });

  it('a name that was offered for an earlier slot books that slot', () => {
    const chat = new FakeWorld({ customer: { profileName: 'Ravi' } });
    chat.say('court tomorrow 6 pm');
    const name = chat.idOf('Ravi');
    chat.say('cancel');
    chat.press(name, 'Ravi');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('Monday, 23 Nov · evening 6:00 – 7:00 PM');
  });

  it('a foreign, mangled or forged id is answered kindly', () => {
    const ids = [
      '',
      'BOOK_NOW',
      '1|set',
      '1|set|s=gone',
      '1|confirm|b=not-mine',
      '1|set|s=badminton|d=2026-99-99',
      '1|set|s=badminton|at=banana',
      '1|edit|w=everything',
      '9|menu',
      '1|set|s=badminton|s=badminton|__proto__=x',
      `1|set|s=${'x'.repeat(5000)}`,
      encodeChoice('set', { s: 'consultation', r: 'court-1' }),
      encodeChoice('wait', { s: 'badminton' }),
      encodeChoice('attendee-new'),
      encodeChoice('name-profile'),
      encodeChoice('resume'),
      encodeChoice('move', { b: 'someone-elses' }),
    ];
    for (const id of ids) {
      const chat = new FakeWorld();
      expect(chat.press(id, 'x'), id).not.toBe('');
      expect(chat.done('hold-slot'), id).toEqual([]);
    }
  });

  it('never takes another customer’s person from a forged id', () => {
    const chat = new FakeWorld();
    chat.say('doctor priya tomorrow 10:30 am');
    const start = Date.parse('2026-11-23T10:30:00+05:30') / 60_000;
    chat.press(encodeChoice('set', { s: 'consultation', r: 'dr-priya', at: start, a: 'somebody-else' }));
    expect(chat.key()).toBe('attendee.patientName');
  });
});
