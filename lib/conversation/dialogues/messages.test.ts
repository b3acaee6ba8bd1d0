import { describe, expect, it } from 'vitest';
import { FakeWorld } from '../../testing/fake-world';

const off = (purpose: string) => ({ purpose, granted: false });
const on = (purpose: string) => ({ purpose, granted: true });

describe('what a customer wants messages about', () => {
  it.each([
    ['stop', 'stop.done', [off('reminders'), off('offers')]],
    ['நிறுத்து', 'stop.done', [off('reminders'), off('offers')]],
    ['message anuppadheenga', 'stop.done', [off('reminders'), off('offers')]],
    ['stop reminders', 'stop.doneReminders', [off('reminders')]],
    ["don't remind me", 'stop.doneReminders', [off('reminders')]],
    ['நினைவூட்டல் வேண்டாம்', 'stop.doneReminders', [off('reminders')]],
    ['ninaivoottal anuppadheenga', 'stop.doneReminders', [off('reminders')]],
    ['no offers', 'stop.doneOffers', [off('offers')]],
    ['stop promotions', 'stop.doneOffers', [off('offers')]],
    ['சலுகை செய்தி வேண்டாம்', 'stop.doneOffers', [off('offers')]],
    ['salugai message anuppadheenga', 'stop.doneOffers', [off('offers')]],
    ['start', 'stop.start', [on('reminders'), on('offers')]],
    ['மீண்டும் அனுப்புங்க', 'stop.start', [on('reminders'), on('offers')]],
    ['marubadiyum anuppunga', 'stop.start', [on('reminders'), on('offers')]],
    ['start reminders', 'stop.startReminders', [on('reminders')]],
    ['நினைவூட்டல் வேண்டும்', 'stop.startReminders', [on('reminders')]],
  ] as const)('%s: %s', (words, key, consents) => {
    const chat = new FakeWorld();
    chat.say(words);
    expect(chat.key()).toBe(key);
    expect(chat.world.consents).toMatchObject(consents);
    expect(chat.world.consents.every((one) => one.words === words)).toBe(true);
  });

  it.each(['en', 'ta'] as const)('is answered once, and the way back is one tap (%s)', (language) => {
    const chat = new FakeWorld({ customer: { language } });
    chat.say(language === 'en' ? 'stop reminders' : 'நினைவூட்டல் வேண்டாம்');
    expect(chat.sent).toHaveLength(1);
    chat.tap('messages-on');
    expect(chat.key()).toBe('stop.startReminders');
    chat.tap('messages-off');
    expect(chat.world.consents).toMatchObject([off('reminders'), on('reminders'), off('reminders')]);
  });

  it('booking opts in to messages about that booking alone', () => {
    const chat = new FakeWorld();
    chat.say('court tomorrow 6 pm');
    chat.say('Kavitha');
    chat.tap('Confirm');
    const [booking] = chat.confirmed();
    expect(chat.world.consents).toMatchObject([{ ...on('own-bookings'), bookingId: booking?.id }]);
  });
});
