import { describe, expect, it } from 'vitest';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';
import type { InboundContent } from '../../messaging/types';

const gibberish = ['qwxz', 'plmk', 'zzzz', 'vvvv', 'tttt'];

describe('what we do not understand', () => {
  it('is met with an example, then buttons, then staff first, and never the same sentence thrice', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    const said: string[] = [chat.body()];
    for (const word of gibberish) said.push(chat.say(word));
    expect(chat.keys.slice(1)).toEqual([
      'time.ask',
      'unclear.second',
      'unclear.third',
      'unclear.fourth',
      'unclear.handOver',
    ]);
    const sentences = said.flatMap((body) => body.split('\n'));
    for (const sentence of sentences.filter((line) => line !== '')) {
      expect(sentences.filter((one) => one === sentence).length, sentence).toBeLessThan(3);
    }
    expect(chat.world.staffCalls).toMatchObject([{ reason: 'not-understood' }]);
  });

  it('offers staff as the first button at the third time', () => {
    const chat = new FakeWorld();
    for (const word of gibberish.slice(0, 3)) chat.say(word);
    expect(chat.titles()[0]).toMatch(/Talk to staff|பணியாளருடன் பேச/);
  });

  it('starts counting afresh after anything understood', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    chat.say('qwxz');
    chat.say('evening');
    chat.say('plmk');
    expect(chat.key()).not.toBe('unclear.second');
  });

  it('has buttons even where a free answer is asked', () => {
    const chat = new FakeWorld();
    chat.say('court');
    chat.tap('Another date');
    chat.say('qwxz');
    chat.say('plmk');
    expect(chat.titles().length).toBeGreaterThan(0);
  });
});

describe('what is not text', () => {
  const kinds: [string, InboundContent][] = [
    ['a voice note', { kind: 'media', media: 'voice', mediaId: 'm' }],
    ['a picture', { kind: 'media', media: 'image', mediaId: 'm' }],
    ['a sticker', { kind: 'media', media: 'sticker', mediaId: 'm' }],
    ['a document', { kind: 'media', media: 'document', mediaId: 'm' }],
    ['a location', { kind: 'location', latitude: 13, longitude: 80 }],
    ['a contact', { kind: 'contacts', phones: [] }],
    ['an order', { kind: 'order' }],
    ['a form', { kind: 'flow-reply', token: null, data: {} }],
    ['an unknown kind', { kind: 'unsupported', what: 'poll' }],
  ];

  it.each(kinds)('%s is answered kindly and the step repeated', (_name, content) => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    const options = chat.titles();
    expect(chat.receive(content)).not.toBe('');
    expect(chat.titles()).toEqual(options);
  });

  it('a reaction, an edit or a deletion is never answered', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    const silent: InboundContent[] = [
      { kind: 'reaction', messageId: 'x', emoji: '👍' },
      { kind: 'reaction', messageId: 'x', emoji: null },
      { kind: 'edited' },
      { kind: 'deleted' },
      { kind: 'number-changed' },
    ];
    for (const content of silent) expect(chat.receive(content)).toBe('');
    expect(chat.confirmed()).toEqual([]);
  });

  it('the words under a picture are read', () => {
    const chat = returningCustomer();
    chat.receive({ kind: 'media', media: 'image', mediaId: 'm', caption: 'court tomorrow 6 pm' });
    expect(chat.key()).toBe('review.body');
  });

  it('opening the chat for the first time is welcomed', () => {
    const chat = new FakeWorld();
    chat.receive({ kind: 'welcome' });
    expect(chat.key()).toBe('opening.welcome');
  });
});

describe('staff in the chat', () => {
  it('keep the bot quiet, and it says so when it comes back after the set time', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow');
    chat.say('talk to staff');
    expect(chat.say('court tomorrow 6 pm')).toBe('');
    expect(chat.receive({ kind: 'media', media: 'voice', mediaId: 'm' })).toBe('');
    chat.wait(61);
    const back = chat.say('court tomorrow 6 pm');
    expect(back).toMatch(/^I am back/);
    expect(chat.done('take-back-from-staff')).toHaveLength(1);
    expect(chat.key()).toBe('review.body');
  });

  it('hand back and the bot says so at the next message', () => {
    const chat = returningCustomer();
    chat.say('talk to staff');
    chat.world.thread = { handledBy: 'bot', handedOverAt: null, lastStaffAt: chat.world.now };
    expect(chat.say('hello')).toMatch(/^I am back/);
    expect(chat.say('hello')).not.toMatch(/I am back/);
  });

  it('count from what they last wrote', () => {
    const chat = returningCustomer();
    chat.say('talk to staff');
    chat.wait(50);
    chat.world.thread = { ...chat.world.thread, lastStaffAt: chat.world.now };
    chat.wait(50);
    expect(chat.say('hello')).toBe('');
  });

  it('do not keep a stop from being recorded', () => {
    const chat = returningCustomer();
    chat.say('talk to staff');
    chat.say('stop');
    expect(chat.world.consents).toHaveLength(2);
  });
});

describe('saved state', () => {
  it('that cannot be read starts again politely', () => {
    for (const saved of ['nonsense', { version: 99 }, [], 42, { version: 1, step: 'gone' }]) {
      const chat = returningCustomer();
      chat.state = saved;
      chat.say('hello');
      expect(chat.key()).toBe('opening.welcomeBack');
    }
  });

  it('is JSON and stays small', () => {
    const chat = returningCustomer();
    chat.say('court tomorrow 6 pm');
    expect(JSON.parse(JSON.stringify(chat.state))).toEqual(chat.state);
    expect(JSON.stringify(chat.state).length).toBeLessThan(2_000);
  });
});
