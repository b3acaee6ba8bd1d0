import { describe, expect, it } from 'vitest';
import { translate } from '../i18n/translate';
import { languageNames, languages, otherLanguages } from '../kernel/local-text';
import { limits } from '../messaging/limits';
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

describe.each(languages)('from %s to every other language', (language) => {
  const others = otherLanguages(language);

  it('the way stands whole under the welcome', () => {
    const chat = new FakeWorld({ customer: { language } });
    chat.receive({ kind: 'welcome' });
    const message = chat.last();
    const footer = 'footer' in message ? (message.footer ?? '') : '';
    for (const other of others) expect(footer).toContain(`"${languageNames[other]}"`);
    expect(footer).not.toContain('…');
  });

  it('a row of the menu leads', () => {
    for (const other of others) {
      const chat = returningCustomer({ customer: { language } });
      chat.say('menu');
      expect(chat.titles().length).toBeLessThanOrEqual(limits.listRows);
      chat.tap(translate(other, 'menu.language'));
      expect(chat.done('set-language')).toEqual([{ kind: 'set-language', language: other }]);
    }
  });

  it('its name leads, typed alone', () => {
    for (const other of others) {
      const chat = returningCustomer({ customer: { language } });
      chat.say(languageNames[other]);
      expect(chat.done('set-language')).toEqual([{ kind: 'set-language', language: other }]);
    }
  });

  it('leads whoever wishes another and does not say which', () => {
    const chat = returningCustomer({ customer: { language } });
    chat.say('change language');
    expect(chat.done('set-language')).toHaveLength(1);
  });
});
