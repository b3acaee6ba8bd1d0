import { describe, expect, test } from 'vitest';
import { otherLanguages, type Language } from '../kernel/local-text';
import { languageOfLetters, scripts } from '../kernel/script';
import { agendaCatalogues } from './agenda-text';
import { dashboardCatalogues, type Area } from './dashboard-messages';
import { receiptCatalogues } from './receipt-text';
import { shellCatalogues } from './shell-text';
import { simulatorCatalogues } from './simulator-text';

type Texts = Record<string, string>;

// Every area of every language has the same keys: the compiler sees to it.
const areas = Object.keys(dashboardCatalogues.en) as Area[];
const catalogues: [string, (language: Language) => Texts][] = [
  ['agenda', (language) => agendaCatalogues[language]],
  ['receipt', (language) => receiptCatalogues[language]],
  ['shell', (language) => shellCatalogues[language]],
  ['simulator', (language) => simulatorCatalogues[language]],
  ...areas.map((area): [string, (language: Language) => Texts] => [
    `dashboard/${area}`,
    (language) => dashboardCatalogues[language][area],
  ]),
];

/** Names of the places to fill in, whatever their order or plural forms. */
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort();

/** Words of developers that everybody writes in Latin letters. */
const latin = new Set(['Webhook']);
const isWord = (text: string): boolean =>
  !latin.has(text) && /\p{L}{4,}/u.test(text.replace(/\{[^}]*\}/g, ''));

describe.each(otherLanguages('en'))('the texts of pages in %s', (language) => {
  test.each(catalogues)('%s has the keys and places of the English ones', (_name, of) => {
    const [english, own] = [of('en'), of(language)];
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    const different = Object.keys(english).filter(
      (key) => places(english[key] ?? '').join() !== places(own[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test.each(catalogues)('%s is in its own script, with Western digits', (_name, of) => {
    if (scripts[language] === null) return;
    const foreign = Object.entries(of(language)).filter(
      ([, text]) => /(?=\p{Nd})[^0-9]/u.test(text) || (isWord(text) && languageOfLetters(text) !== language),
    );
    expect(foreign).toEqual([]);
  });
});
