import { describe, expect, it } from 'vitest';
import { FakeWorld, returningCustomer } from '../testing/fake-world';

const isTamil = (text: string): boolean => /\p{Script=Tamil}{3,}/u.test(text);

describe('the language of an answer', () => {
  it('follows the script and the words of the message', () => {
    for (const text of ['நாளைக்கு கோர்ட் வேணும்', 'naalaiku court venum', 'நாளை']) {
      expect(isTamil(returningCustomer().say(text)), text).toBe(true);
    }
    for (const text of ['I want a court tomorrow', 'hello', 'court tomorrow 6 pm']) {
      expect(isTamil(returningCustomer().say(text).replaceAll('தமிழ்', '')), text).toBe(false);
    }
  });

  it('is not changed by numbers, names and single words that everybody uses', () => {
    const chat = new FakeWorld();
    chat.say('வணக்கம்');
    for (const text of ['6', 'ok', 'price', 'menu', 'help']) expect(isTamil(chat.say(text)), text).toBe(true);
    chat.say('நாளை மாலை 6 மணிக்கு கோர்ட்');
    expect(isTamil(chat.say('Ravi Kumar'))).toBe(true);
  });

  it('follows a stored wish where Tamil comes in Latin letters', () => {
    const chat = returningCustomer({ customer: { language: 'en' } });
    expect(isTamil(chat.say('naalaiku court venum'))).toBe(false);
  });

  it('is the business’s own until the customer has said a word', () => {
    const chat = new FakeWorld();
    chat.receive({ kind: 'welcome' });
    expect(isTamil(chat.body())).toBe(true);
  });
});
