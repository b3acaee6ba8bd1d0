import { describe, expect, it } from 'vitest';
import { demoBusiness } from '../../catalog/demo-business';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';

describe('dates and times', () => {
  it('P26 asks with buttons when "6" can be morning or evening, and holds nothing before', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    chat.say('6');
    expect(chat.key()).toBe('pick.time');
    expect(chat.titles()).toEqual(['6:00 AM', '6:00 PM']);
    expect(chat.done('hold-slot')).toEqual([]);
    chat.tap('6:00 PM');
    expect(chat.body()).toContain('Monday, 23 Nov · evening 6:00 – 7:00 PM');
  });

  it('P26 echoes weekday, date and part of the day in words in every review, in both languages', () => {
    for (const text of ['court tomorrow 6 pm', 'நாளை மாலை 6 மணிக்கு கோர்ட்']) {
      const chat = returningCustomer();
      chat.say(text);
      expect(chat.key()).toBe('review.body');
      expect(chat.body()).toMatch(/(Monday, 23 Nov · evening|திங்கள், 23 நவ · மாலை)/);
    }
  });

  it('P28 names the holiday on which we are closed', () => {
    const catalog = {
      ...demoBusiness,
      closures: [
        {
          resourceId: null,
          startsOn: '2026-11-24',
          endsOn: '2026-11-24',
          yearly: false,
          reason: { en: 'Karthigai Deepam', ta: 'கார்த்திகை தீபம்' },
        },
      ],
    };
    const chat = returningCustomer({ catalog });
    expect(chat.say('court on tuesday 6 pm')).toContain('Karthigai Deepam');
    expect(chat.key()).toBe('closed.holiday');
    expect(chat.titles()[0]).toBe('Wed 25 Nov');
  });

  it('P28 gives each impossible day its own answer', () => {
    const answers: [string, string][] = [
      ['court on 20/11', 'already past'],
      ['court on 31/11', 'no such date'],
      ['court on 30/12', 'too far'],
    ];
    for (const [text, words] of answers) {
      const chat = returningCustomer();
      expect(chat.say(text)).toContain(words);
      expect(chat.titles().length).toBeGreaterThan(1);
    }
  });

  it('P28 says that a doctor is not in on that day', () => {
    const chat = new FakeWorld({ customer: { name: 'Kavitha' } });
    expect(chat.say('doctor priya on 29/11')).toContain('Dr. Priya Raman is not in on');
  });

  it('P28 says when we are open where the time lies outside', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 11 pm');
    expect(chat.key()).toBe('taken.outsideHours');
    expect(chat.body()).toContain('morning 6:00 AM – night 10:00 PM');
  });

  it('P28 says that a time is past or too soon', () => {
    const chat = returningCustomer();
    chat.say('court today 7 am');
    expect(chat.key()).toBe('taken.pastTime');
    const doctor = new FakeWorld({ customer: { name: 'Kavitha' }, now: '2026-11-23T09:55:00+05:30' });
    doctor.say('doctor priya today 10:00 am');
    expect(doctor.key()).toBe('taken.tooSoon');
  });

  it('offers the days on which a wanted time is free', () => {
    const chat = returningCustomer();
    chat.rival(['court-1', 'court-2', 'court-3', 'court-4'], '2026-11-23', 18 * 60);
    chat.say('court at 6 pm');
    expect(chat.key()).toBe('day.askForTime');
    expect(chat.titles().slice(0, 2)).toEqual(['Today · Sun 22 Nov', 'Tue 24 Nov']);
  });

  it('narrows the times to the part of the day that was asked for', () => {
    const chat = returningCustomer();
    chat.say('நாளை மாலை கோர்ட் வேணும்');
    expect(chat.titles().every((title) => /^[4-8]:00/.test(title))).toBe(true);
  });

  it('takes a typed date after "Another date"', () => {
    const chat = returningCustomer();
    chat.say('Hi');
    chat.tap('Badminton');
    chat.tap('Another date');
    expect(chat.key()).toBe('day.typeIt');
    chat.say('5/12');
    expect(chat.body()).toContain('Saturday, 5 Dec');
  });

  it('asks the length when the one said is not offered', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm 45 min');
    expect(chat.key()).toBe('length.ask');
    chat.tap('1½ hours');
    expect(chat.body()).toContain('6:00 – 7:30 PM');
  });

  it('pages through a long day and comes round to its beginning', () => {
    const chat = new FakeWorld();
    chat.say('Hi');
    chat.tap('Badminton');
    chat.tap('Tomorrow');
    expect(chat.titles()).toHaveLength(10);
    chat.tap('More times');
    expect(chat.titles()).toContain('9:00 – 10:00 PM');
    chat.tap('More times');
    expect(chat.titles()[0]).toBe('6:00 – 7:00 AM');
  });
});
