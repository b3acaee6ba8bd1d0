import { describe, expect, it } from 'vitest';
import { returningCustomer } from '../../testing/fake-world';

describe('another day or time', () => {
  it.each(['another day', 'some other day', 'வேற நாள்', 'vera naal irukka', 'வேறு நாள் வேண்டும்'])(
    'shows the other days when "%s" is said at the times of a day',
    (text) => {
      const chat = returningCustomer();
      chat.say('court tomorrow');
      expect(chat.key()).toBe('time.ask');
      chat.say(text);
      expect(chat.key()).toBe('day.ask');
    },
  );

  it.each(['another time', 'any other time?', 'வேற நேரம்', 'vera time irukka'])(
    'shows all times of the day again when "%s" is said at some of them',
    (text) => {
      const chat = returningCustomer();
      chat.say('court tomorrow after 8 pm');
      expect(chat.key()).toBe('time.ask');
      const some = chat.titles();
      chat.say(text);
      expect(chat.key()).toBe('time.ask');
      expect(chat.titles().length).toBeGreaterThan(some.length);
    },
  );

  it('keeps the time wished for when only the day does not suit', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    expect(chat.key()).toBe('review.body');
    chat.say('வேற நாள்');
    expect(chat.key()).toBe('day.askForTime');
    chat.say('wednesday');
    expect(chat.body()).toMatch(/25 (?:Nov|நவ)/u);
    expect(chat.key()).toBe('review.body');
  });

  it('asks for a typed date when the days on show do not suit', () => {
    const chat = returningCustomer();
    chat.say('court');
    expect(chat.key()).toBe('day.ask');
    chat.say('another date');
    expect(chat.key()).toBe('day.typeIt');
  });

  it('P26 asks which eight "after 8" means and then offers what lies after it', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow, any time after 8');
    expect(chat.key()).toBe('pick.time');
    expect(chat.titles()).toEqual(['Mon 23 Nov 8:00 AM', 'Mon 23 Nov 8:00 PM']);
    chat.tap('Mon 23 Nov 8:00 PM');
    expect(chat.key()).toBe('time.ask');
    expect(chat.titles()).toEqual(['8:00 – 9:00 PM', '9:00 – 10:00 PM']);
  });
});
