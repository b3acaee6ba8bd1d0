import { describe, expect, it } from 'vitest';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';

describe('a court booked in Tamil by taps', () => {
  it('goes from the greeting to a confirmation that says everything', () => {
    const chat = new FakeWorld();
    expect(chat.say('வணக்கம்')).toContain('நேரம் ஸ்போர்ட்ஸ் & கிளினிக்');
    expect(chat.titles()).toEqual(['பேட்மிண்டன் கோர்ட்', 'டாக்டர் ஆலோசனை', 'என் புக்கிங்']);
    chat.tap('பேட்மிண்டன்');
    expect(chat.titles().slice(0, 3)).toEqual(['இன்று · ஞா 22 நவ', 'நாளை · தி 23 நவ', 'செவ்வாய் 24 நவ']);
    expect(chat.titles()).toHaveLength(10);
    chat.tap('செவ்வாய்');
    chat.tap('மேலும் நேரங்கள்');
    chat.tap('6:00');
    expect(chat.key()).toBe('attendee.name');
    const review = chat.say('கவிதா');
    for (const words of ['செவ்வாய், 24 நவ · மாலை 6:00 – 7:00', 'கவிதா', '₹600', 'காலை 10:10 வரை']) {
      expect(review).toContain(words);
    }
    const done = chat.tap('உறுதி செய்');
    for (const words of ['கோர்ட் 1', 'செவ்வாய், 24 நவ', 'கவிதா', '₹600', 'maps.google', '.ics']) {
      expect(done).toContain(words);
    }
    expect(chat.titles()).toEqual(['நேரம் மாற்று', 'ரத்து செய்', 'மெனு']);
    expect(chat.done('set-name')).toEqual([{ kind: 'set-name', name: 'கவிதா' }]);
    expect(chat.world.consents).toMatchObject([
      { purpose: 'own-bookings', granted: true, words: 'உறுதி செய்' },
    ]);
  });
});

describe('a doctor booked in English for a family member', () => {
  it('asks for the mother only once and knows her the next time', () => {
    const chat = new FakeWorld();
    chat.say('appointment with Dr Priya tomorrow 10:30 am for my mother');
    expect(chat.key()).toBe('attendee.patientNameOf.mother');
    chat.say('Lakshmi');
    expect(chat.key()).toBe('attendee.age');
    const review = chat.say('62');
    expect(review).toContain('Dr. Priya Raman');
    expect(review).toContain('Lakshmi');
    expect(review).toContain('Monday, 23 Nov · morning 10:30 – 10:45 AM');
    chat.tap('Confirm');
    expect(chat.done('add-attendee')).toMatchObject([{ name: 'Lakshmi', relation: 'mother', age: 62 }]);
    chat.say('Dr Priya on tuesday 10:30 am for my mother');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('Lakshmi');
    expect(chat.done('add-attendee')).toHaveLength(1);
  });

  it('asks which of several people it is for, and takes someone new', () => {
    const chat = new FakeWorld({
      customer: {
        name: 'Kavitha',
        attendees: [
          { id: 'p1', name: 'Kavitha', relation: 'self', age: 34 },
          { id: 'p2', name: 'Nila', relation: 'daughter', age: 7 },
        ],
      },
    });
    chat.say('doctor priya tomorrow 10:30 am');
    expect(chat.titles()).toEqual(['Kavitha', 'Nila', 'Someone new']);
    const who = chat.idOf('Someone new');
    chat.tap('Nila');
    expect(chat.body()).toContain('Nila');
    chat.tap('Change');
    chat.tap('Patient');
    expect(chat.titles()).toContain('Someone new');
    chat.press(who);
    chat.say('Arun 5');
    expect(chat.body()).toContain('Arun');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('never takes the WhatsApp profile name for a patient unless it is tapped', () => {
    const chat = new FakeWorld({ customer: { profileName: 'King of Chennai' } });
    chat.say('doctor priya tomorrow 10:30 am');
    expect(chat.key()).toBe('attendee.patientName');
    expect(chat.titles()).toEqual(['King of Chennai']);
    expect(chat.done('hold-slot')).toEqual([]);
  });

  it('does not take "ok" for a name, and understands ages in words and months', () => {
    const chat = new FakeWorld();
    chat.say('டாக்டர் பிரியா நாளை காலை 10:30');
    chat.say('ok');
    expect(chat.key()).toBe('attendee.patientName');
    chat.say('நிலா');
    chat.say('6 மாசம்');
    expect(chat.key()).toBe('review.body');
    expect(chat.done('add-attendee')).toMatchObject([{ name: 'நிலா', age: 0 }]);
  });

  it('asks for an age again when it cannot be one', () => {
    const chat = new FakeWorld();
    chat.say('doctor priya tomorrow 10:30 am');
    chat.say('Kavitha');
    chat.say('340');
    expect(chat.key()).toBe('attendee.ageRange');
    chat.say('34');
    expect(chat.key()).toBe('review.body');
  });
});

describe('changing at the review', () => {
  it('changes only the time and gives the first slot back', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    expect(chat.titles()).toEqual(['Day', 'Time', 'Court', 'Duration', 'Name']);
    chat.tap('Time');
    chat.tap('7:00');
    expect(chat.body()).toContain('7:00 – 8:00 PM');
    expect(chat.world.bookings.filter(({ status }) => status === 'held')).toHaveLength(1);
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('changes the day and keeps the time where it is free', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    chat.tap('Day');
    chat.tap('Wed');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('Wednesday, 25 Nov · evening 6:00 – 7:00 PM');
  });

  it('changes the length over its own held time', () => {
    const chat = returningCustomer();
    chat.rival(['court-2', 'court-3', 'court-4'], '2026-11-23', 18 * 60);
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    chat.tap('Duration');
    expect(chat.titles()).toEqual(['1 hour', '1½ hours', '2 hours']);
    chat.tap('2 hours');
    expect(chat.body()).toContain('6:00 – 8:00 PM');
  });

  it('changes the court to one that is free at that time', () => {
    const chat = returningCustomer();
    chat.rival(['court-3'], '2026-11-23', 18 * 60);
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    chat.tap('Court');
    expect(chat.titles()).toEqual(['Court 1', 'Court 2', 'Court 4', 'Any court']);
    chat.tap('Court 4');
    expect(chat.body()).toContain('Court 4');
  });

  it('changes the name for this booking alone', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.tap('Change');
    chat.tap('Name');
    chat.say('Mani');
    chat.tap('Confirm');
    expect(chat.confirmed()[0]?.attendeeName).toBe('Mani');
    expect(chat.world.customer.name).toBe('Kavitha');
  });

  it('takes a typed change as well', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.say('8 pm');
    expect(chat.body()).toContain('8:00 – 9:00 PM');
  });

  it('drops everything on "no" and gives the slot back', () => {
    const chat = returningCustomer();
    chat.say('நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    chat.say('வேண்டாம்');
    expect(chat.key()).toBe('dropped.body');
    expect(chat.done('release-hold')).toHaveLength(1);
    expect(chat.done('cancel-booking')).toEqual([]);
  });

  it('books on a typed yes but never on an emoji alone', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.say('👍');
    expect(chat.key()).toBe('review.tapConfirm');
    expect(chat.confirmed()).toEqual([]);
    chat.say('yes');
    expect(chat.confirmed()).toHaveLength(1);
  });
});
