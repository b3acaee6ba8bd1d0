import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/local-text';
import enBot from './messages/en/bot.json';
import enMoments from './messages/en/moments.json';
import taBot from './messages/ta/bot.json';
import taMoments from './messages/ta/moments.json';
import { translatorOf } from './translator';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );

const en = { ...enBot, ...enMoments };
const ta = { ...taBot, ...taMoments };
const translate = translatorOf({ en, ta });

const english = new Map(leaves(en));
const tamil = new Map(leaves(ta));

/** Names of the places to fill in, whatever their order or plural forms. */
const places = (text: string): string[] =>
  [...new Set(text.match(/\{(\w+)/g) ?? [])].map((name) => name.slice(1)).sort();

/** `{part}`, `{half}` and their like belong to one language's way to tell the time. */
const ownGrammar = /^calendar\./;

const withSamples = (text: string): Record<string, string | number> =>
  Object.fromEntries(
    places(text).map((name) => [
      name,
      /count|age|minutes|hours/.test(name) && text.includes(`{${name}, plural`) ? 2 : name,
    ]),
  );

/** Characters as WhatsApp counts them. */
const length = (text: string): number => Array.from(text.normalize('NFC')).length;

/** Texts that stand on a button, and all others with a limit of their own. */
const limited: [RegExp, number][] = [
  [
    /^(review\.(confirm|change|cancel|keepOld)|confirmed\.(reschedule|cancel)|cancelling\.(yes|no)|waitlist\.no|menu\.button|staff\.button)$/,
    20,
  ],
  [/^(reminder\.coming|feedback\.(good|ok|bad))$/, 20],
  [/^payment\.(pay|payPlain|page|check|linkButton|moneyBack|receiptButton)$/, 20],
  [/^(booking\.(again|tryAgain)|opening\.(continue|startOver|mine)|taken\.otherDay|.*\.opener)$/, 20],
  [/^section\./, 24],
  [
    /^(opening\.same|menu\.(price|hours|staff|language|back)|doctor\.(any|more)|court\.any|day\.another|time\.more|attendee\.new)$/,
    24,
  ],
  [/^(change\.(day|time|doctor|court|length|name|patient)|taken\.(otherTime|waitlist))$/, 24],
  [/^(opening|doctor)\.footer$/, 60],
  [/Detail$/, 72],
];

describe('the catalogues of the chat', () => {
  it('hold the same keys in every language', () => {
    expect([...tamil.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill the same places in every language', () => {
    for (const [key, text] of english) {
      if (ownGrammar.test(key)) continue;
      expect([key, places(tamil.get(key) ?? '')]).toEqual([key, places(text)]);
    }
  });

  it('render every text in every language', () => {
    for (const language of languages) {
      for (const [key, text] of language === 'en' ? english : tamil) {
        const rendered = translate(language, key, withSamples(text));
        expect(rendered, key).not.toMatch(/[{}]/);
        expect(rendered.trim(), key).not.toBe('');
        expect(length(rendered), key).toBeLessThanOrEqual(1024);
      }
    }
  });

  it('keep every button, row, section, opener and footer within the limits of WhatsApp', () => {
    for (const catalogue of [english, tamil]) {
      for (const [key, text] of catalogue) {
        for (const [pattern, max] of limited) {
          if (pattern.test(key)) expect(length(text), `${key}: ${text}`).toBeLessThanOrEqual(max);
        }
      }
    }
  });

  it('write Tamil in Tamil script with Western digits', () => {
    for (const [key, text] of tamil) {
      expect(text, key).not.toMatch(/[௦-௯]/);
      if (!/^(menu\.language|calendar\.)/.test(key) && /\p{L}{4,}/u.test(text.replace(/\{[^}]*\}/g, ''))) {
        expect(text, key).toMatch(/\p{Script=Tamil}/u);
      }
    }
  });
});
