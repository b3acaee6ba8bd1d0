import { describe, expect, it } from 'vitest';
import { returningCustomer } from '../../testing/fake-world';

const blocked = (language: 'en' | 'ta' = 'en') =>
  returningCustomer({ customer: { blocked: true, language } });

describe('whoever staff have blocked', () => {
  it.each([
    ['en', 'court tomorrow 6 pm'],
    ['ta', 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்'],
    ['en', 'hi'],
    ['ta', 'பணியாளருடன் பேச'],
  ] as const)('gets no answer and takes nothing (%s: %s)', (language, words) => {
    const chat = blocked(language);
    expect(chat.say(words)).toBe('');
    expect(chat.effects).toEqual([]);
  });

  it('gets none by an old button either', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    chat.world.customer.blocked = true;
    expect(chat.tap('Confirm')).toBe('');
    expect(chat.confirmed()).toEqual([]);
  });

  it('is heard all the same who wants no messages, or is in danger', () => {
    const chat = blocked();
    expect(chat.say('stop')).toBe('');
    expect(chat.world.consents).toMatchObject([
      { purpose: 'reminders', granted: false },
      { purpose: 'offers', granted: false },
    ]);
    expect(chat.say('chest pain')).toBe('');
    expect(chat.world.staffCalls).toMatchObject([{ reason: 'emergency' }]);
  });

  it('books again once the block is lifted', () => {
    const chat = blocked();
    chat.say('court tomorrow 6 pm');
    chat.world.customer.blocked = false;
    chat.say('court tomorrow 6 pm');
    expect(chat.effects.filter(({ kind }) => kind === 'hold-slot')).toHaveLength(1);
  });
});

describe('whoever writes far too much', () => {
  const flooding = (language: 'en' | 'ta', flood: 'begins' | 'goes-on') => {
    const chat = returningCustomer({ customer: { language } });
    chat.world.thread = { ...chat.world.thread, flood };
    return chat;
  };

  it.each([
    ['en', 'hi', /a lot at once/],
    ['ta', 'வணக்கம்', /நிறைய வந்துடுச்சு/],
  ] as const)('is asked in their language to slow down, and then left (%s)', (language, words, told) => {
    const chat = flooding(language, 'begins');
    expect(chat.say(words)).toMatch(told);
    chat.world.thread = { ...chat.world.thread, flood: 'goes-on' };
    expect(chat.say(words)).toBe('');
  });

  it('stops messages all the same', () => {
    const chat = flooding('en', 'goes-on');
    expect(chat.say('stop')).toBe('');
    expect(chat.world.consents).toHaveLength(2);
  });

  it('P29 is answered once when in danger', () => {
    const chat = flooding('en', 'goes-on');
    expect(chat.say('chest pain')).toContain('108');
    chat.world.thread = { ...chat.world.thread, flood: 'goes-on' };
    expect(chat.say('chest pain')).toBe('');
  });
});
