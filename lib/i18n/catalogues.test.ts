import { describe, expect, it } from 'vitest';
import { byLanguage, languages, otherLanguages } from '../kernel/local-text';
import { languageOfLetters, scripts } from '../kernel/script';
import { momentCatalogues } from './moment-text';
import { botCatalogues } from './translate';
import { translatorOf } from './translator';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );

const catalogues = byLanguage((language) => ({ ...botCatalogues[language], ...momentCatalogues[language] }));
const translate = translatorOf(catalogues);

const texts = byLanguage((language) => new Map(leaves(catalogues[language])));
const english = texts.en;

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

describe.each(otherLanguages('en'))('the catalogue of the chat in %s', (language) => {
  it('holds the same keys as the English one', () => {
    expect([...texts[language].keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fills the same places', () => {
    for (const [key, text] of english) {
      if (ownGrammar.test(key)) continue;
      expect([key, places(texts[language].get(key) ?? '')]).toEqual([key, places(text)]);
    }
  });

  it('is written in its own script with Western digits', () => {
    if (scripts[language] === null) return;
    for (const [key, text] of texts[language]) {
      expect(text, key).not.toMatch(/(?=\p{Nd})[^0-9]/u);
      if (!/^calendar\./.test(key) && /\p{L}{4,}/u.test(text.replace(/\{[^}]*\}/g, ''))) {
        expect([key, languageOfLetters(text)]).toEqual([key, language]);
      }
    }
  });
});

describe.each(languages)('every text of the chat in %s', (language) => {
  it('can be rendered', () => {
    for (const [key, text] of texts[language]) {
      const rendered = translate(language, key, withSamples(text));
      expect(rendered, key).not.toMatch(/[{}]/);
      expect(rendered.trim(), key).not.toBe('');
      expect(length(rendered), key).toBeLessThanOrEqual(1024);
    }
  });

  it('keeps the limits of WhatsApp where it is a button, row, section, opener or footer', () => {
    for (const [key, text] of texts[language]) {
      for (const [pattern, max] of limited) {
        if (pattern.test(key)) expect(length(text), `${key}: ${text}`).toBeLessThanOrEqual(max);
      }
    }
  });
});
