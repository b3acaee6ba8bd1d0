import { describe, expect, it } from 'vitest';
import { allCourts, FakeWorld, returningCustomer } from '../../testing/fake-world';

const evening = 18 * 60;

describe('when somebody else was faster', () => {
  it('P01 says that the slot was just taken and offers the three nearest', () => {
    const chat = returningCustomer();
    chat.beforeEffect = (effect) => {
      if (effect.kind === 'hold-slot') chat.rival(allCourts, '2026-11-23', evening);
    };
    chat.say('நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    expect(chat.key()).toBe('taken.body');
    expect(chat.titles()).toEqual([
      'தி 23 நவ · மாலை 5:00',
      'தி 23 நவ · இரவு 7:00',
      'தி 23 நவ · மாலை 4:00',
      'வேறு நேரம்',
      'வேறு நாள்',
      'காத்திருப்பு பட்டியல்',
    ]);
    chat.beforeEffect = () => undefined;
    chat.tap('தி 23 நவ · இரவு 7:00');
    chat.tap('உறுதி செய்');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('P01 offers other courts at the same time before other times', () => {
    const chat = returningCustomer();
    chat.rival(['court-2'], '2026-11-23', evening);
    chat.say('court 2 tomorrow 6 pm');
    expect(chat.key()).toBe('taken.resource');
    expect(chat.titles().slice(0, 3)).toEqual(['Court 1', 'Court 3', 'Court 4']);
    chat.tap('Court 3');
    expect(chat.body()).toContain('Court 3');
    expect(chat.body()).toContain('evening 6:00 – 7:00 PM');
  });

  it('P01 goes to other days when the day has nothing left near it', () => {
    const chat = returningCustomer();
    for (let hour = 6; hour < 22; hour += 1) {
      if (hour !== 8) chat.rival(allCourts, '2026-11-23', hour * 60);
    }
    chat.say('court tomorrow 6 pm');
    expect(chat.titles().slice(0, 3)).toEqual([
      'Mon 23 Nov · 8:00 AM',
      'Tue 24 Nov · 6:00 PM',
      'Wed 25 Nov · 6:00 PM',
    ]);
  });

  it('offers alternatives and the waiting list for a full day', () => {
    const chat = returningCustomer();
    for (let hour = 6; hour < 22; hour += 1) chat.rival(allCourts, '2026-11-24', hour * 60);
    chat.say('court on tuesday 6 pm');
    expect(chat.key()).toBe('closed.full');
    expect(chat.titles()).toContain('Waiting list');
    const id = chat.idOf('Waiting list');
    chat.tap('Waiting list');
    expect(chat.key()).toBe('waitlist.joined');
    expect(chat.world.waiting).toEqual([{ serviceId: 'badminton', resourceId: null, date: '2026-11-24' }]);
    chat.press(id);
    expect(chat.key()).toBe('waitlist.already');
  });

  it('puts a customer who asks in words on the waiting list of the full day at hand', () => {
    const chat = returningCustomer();
    for (let hour = 6; hour < 22; hour += 1) chat.rival(allCourts, '2026-11-24', hour * 60);
    chat.say('court on tuesday 6 pm');
    chat.say('waiting list please');
    expect(chat.key()).toBe('waitlist.joined');
  });

  it('leaves a full day out of the list of days', () => {
    const chat = returningCustomer();
    for (let hour = 6; hour < 22; hour += 1) chat.rival(allCourts, '2026-11-24', hour * 60);
    chat.say('Hi');
    chat.tap('Badminton');
    expect(chat.titles()).not.toContain('Tue 24 Nov');
  });
});

describe('when the hold runs out', () => {
  it('P12 confirms at the same price while nobody else took the slot', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.wait(25);
    chat.tap('Confirm');
    expect(chat.key()).toBe('confirmed.body');
    expect(chat.confirmed()[0]?.pricePaise).toBe(60_000);
  });

  it('P12 offers the nearest when somebody else took it, and keeps the choices', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.wait(25);
    chat.rival(allCourts, '2026-11-23', evening);
    chat.tap('Confirm');
    expect(chat.key()).toBe('taken.body');
    chat.tap('Mon 23 Nov · 7:00 PM');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
    expect(chat.confirmed()[0]?.attendeeName).toBe('Kavitha');
  });

  it('keeps the draft after half an hour and offers to continue', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.wait(45);
    chat.say('yes');
    expect(chat.key()).toBe('opening.continueOffer');
    expect(chat.confirmed()).toEqual([]);
    chat.tap('Continue');
    expect(chat.key()).toBe('review.body');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('reads a full sentence afresh after half an hour', () => {
    const chat = new FakeWorld({ customer: { name: 'Kavitha' } });
    chat.say('doctor priya tomorrow');
    chat.wait(40);
    chat.say('court today 8 pm');
    expect(chat.body()).toContain('Badminton');
    expect(chat.body()).toContain('Sunday, 22 Nov · night 8:00 – 9:00 PM');
  });

  it('shows the way back into the booking when a greeting comes after half an hour', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.wait(45);
    chat.say('hello');
    expect(chat.titles()[0]).toBe('Continue');
  });
});
