import { describe, expect, it } from 'vitest';
import { returningCustomer } from '../../testing/fake-world';

const blocked = (language: 'en' | 'ta' = 'en') =>
  returningCustomer({ customer: { blocked: true, language } });

const holds = (chat: ReturnType<typeof blocked>) =>
  chat.effects.filter(({ kind }) => kind === 'hold-slot' || kind === 'hold-move' || kind === 'join-waitlist');

describe('whoever staff have blocked', () => {
  it.each([
    ['en', 'court tomorrow 6 pm'],
    ['ta', 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்'],
  ] as const)('holds nothing by a sentence and is told to call (%s)', (language, words) => {
    const chat = blocked(language);
    chat.say(words);
    expect(chat.key()).toBe('blocked.body');
    expect(chat.body()).toContain(chat.world.catalog.business.phone ?? 'no phone');
    expect(holds(chat)).toEqual([]);
  });

  it('is not asked one question after another first', () => {
    const chat = blocked();
    chat.say('hi');
    chat.say('book a court');
    expect(chat.key()).toBe('blocked.body');
  });

  it('still sees what is booked and reaches staff', () => {
    const chat = blocked();
    chat.say('book a court');
    chat.tap('Talk to staff');
    expect(chat.key()).toBe('staff.called');
  });

  it('books again once the block is lifted', () => {
    const chat = blocked();
    chat.say('court tomorrow 6 pm');
    chat.world.customer.blocked = false;
    chat.say('court tomorrow 6 pm');
    expect(holds(chat)).toHaveLength(1);
  });
});
