import { describe, expect, it } from 'vitest';
import { textLength } from '../../messaging/limits';
import { FakeWorld, returningCustomer } from '../../testing/fake-world';

describe('emergencies', () => {
  it('P29 stop the booking, name 108 and alert staff, in both languages and at every step', () => {
    for (const words of ['chest pain', 'நெஞ்சு வலி', 'emergency']) {
      for (const before of ['hello', 'doctor', 'doctor priya tomorrow 10:30 am']) {
        const chat = new FakeWorld();
        chat.say(before);
        expect(chat.say(words)).toContain('108');
        expect(chat.titles()).toEqual([]);
        expect(chat.world.staffCalls).toMatchObject([{ reason: 'emergency', words }]);
      }
    }
  });

  it('P29 are answered even while staff have the chat', () => {
    const chat = new FakeWorld();
    chat.say('talk to staff');
    expect(chat.say('நெஞ்சு வலி')).toContain('108');
  });

  it('P29 are pointed to 108 wherever a doctor is booked', () => {
    const chat = new FakeWorld({ customer: { name: 'K' } });
    chat.say('doctor');
    const message = chat.last();
    expect('footer' in message ? message.footer : '').toContain('108');
  });
});

describe('health', () => {
  it('no text of ours asks for symptoms', () => {
    const chat = new FakeWorld();
    const said = ['doctor', 'any', 'tomorrow', '9:20 am', 'Kavitha', '34', 'yes'].map((text) =>
      chat.say(text),
    );
    expect(said.join('\n')).not.toMatch(/symptom|pain|fever|problem|வலி|காய்ச்சல்|நோய் என்ன/i);
    expect(chat.confirmed()).toHaveLength(1);
  });
});

describe('words of customers inside our messages', () => {
  const names = [
    '*bold* _it_ ~st~ `mono`',
    'Two\nlines\r\nthree',
    '\u202Egnp.exe',
    '<b>Bob</b> <script>',
    'அ'.repeat(4096),
    'Zoë 👨‍👩‍👧 O’Brien',
    'a\u0000b\u0007c name',
  ];

  it.each(names)('P30 cannot break or fake a message: %j', (name) => {
    const chat = new FakeWorld({ customer: { profileName: name } });
    chat.say('court tomorrow 6 pm');
    chat.say(name);
    const texts = [chat.body(), ...chat.titles()].join('\n');
    expect(texts).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000-\u0009\u000B-\u001F]/);
    expect(texts).not.toMatch(/<b>|<script>|\*bold\*|`mono`/);
    expect(textLength(chat.body())).toBeLessThan(1024);
    if (chat.key() === 'review.body')
      expect(
        chat
          .body()
          .split('\n')
          .filter((line) => line.startsWith('👤')),
      ).toHaveLength(1);
  });

  it('P30 in a stored name, a doctor’s name or a 4,096-character text change nothing else', () => {
    const chat = returningCustomer({ customer: { name: '*_~`\n\nYou won ₹1,00,000!' } });
    chat.say('hello');
    expect(chat.body()).not.toContain('\n\nYou won');
    chat.say('court '.repeat(682));
    expect(chat.sent.length).toBe(2);
  });
});

describe('a customer without a phone number', () => {
  it('P27 books, moves and cancels: nothing in a turn knows or needs a number', () => {
    const chat = new FakeWorld({ customer: { profileName: null } });
    chat.say('court tomorrow 6 pm');
    chat.say('Kavitha');
    chat.tap('Confirm');
    chat.tap('Reschedule');
    chat.tap('Tue');
    chat.tap('7:00');
    chat.tap('Confirm');
    expect(chat.confirmed()).toHaveLength(1);
    chat.tap('Cancel');
    chat.tap('Yes');
    expect(chat.confirmed()).toEqual([]);
    expect(JSON.stringify(chat.sent)).not.toMatch(/undefined|null|NaN/);
  });
});
