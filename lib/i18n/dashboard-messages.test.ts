import { expect, test } from 'vitest';
import { dashboardCatalogues } from './dashboard-messages';

/** Names of the places to fill in, whatever their order or plural forms. */
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort();

const { en, ta } = dashboardCatalogues;

test.each(Object.keys(en) as (keyof typeof en)[])('%s texts exist in both languages alike', (area) => {
  const [left, right]: Record<string, string>[] = [en[area], ta[area]];
  expect(Object.keys(right ?? {}).sort()).toEqual(Object.keys(left ?? {}).sort());
  const different = Object.entries(left ?? {}).filter(
    ([key, text]) => places(text).join() !== places(right?.[key] ?? '').join(),
  );
  expect(different).toEqual([]);
});

test('Tamil texts are written in Tamil, with Western digits', () => {
  const foreign = Object.entries(ta).flatMap(([area, texts]) =>
    Object.entries(texts)
      .filter(
        ([, text]) =>
          /[௦-௯]/.test(text) ||
          (/\p{L}{4,}/u.test(text.replace(/\{[^}]*\}/g, '')) && !/\p{Script=Tamil}/u.test(text)),
      )
      .map(([key]) => `${area}.${key}`),
  );
  expect(foreign.filter((key) => key !== 'frame.english')).toEqual([]);
});
