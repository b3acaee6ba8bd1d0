import { expect, test } from 'vitest';
import { languages } from '../../../kernel/local-text';
import { demoUnderstanding, demoUnderstandingAt } from '../../../testing/demo-understanding';
import { understand } from '../understand';
import { booking } from './booking';
import { differenceFrom, languageOfLabel, readCorpus, type Labelled } from './read-corpus';
import { requests } from './requests';
import { outsideFirst } from './outside-first';
import { outsideSecond } from './outside-second';
import { outsideThird } from './outside-third';
import { samples } from './samples';
import { times } from './times';
import { unseen } from './unseen';

type Score = { right: number; all: number };
type Miss = { label: Labelled; difference: string };

const missesOf = (labels: readonly Labelled[]): Miss[] =>
  labels.flatMap((label) => {
    const context = label.now === null ? demoUnderstanding : demoUnderstandingAt(label.now);
    const difference = differenceFrom(label, understand(label.text, context));
    return difference === null ? [] : [{ label, difference }];
  });

function tally(
  labels: readonly Labelled[],
  misses: readonly Miss[],
  of: (label: Labelled) => string,
): string {
  const wrong = new Set(misses.map(({ label }) => label));
  const scores = new Map<string, Score>();
  for (const label of labels) {
    const score = scores.get(of(label)) ?? { right: 0, all: 0 };
    scores.set(of(label), { right: score.right + (wrong.has(label) ? 0 : 1), all: score.all + 1 });
  }
  const line = ([name, { right, all }]: [string, Score]): string =>
    `${name.padEnd(14)} ${String(right).padStart(4)} / ${String(all).padEnd(4)} ${((100 * right) / all).toFixed(1)} %`;
  return [...scores].map(line).join('\n');
}

function report(labels: readonly Labelled[], misses: readonly Miss[]): void {
  const missed = misses.map(
    ({ label, difference }) => `${label.className} ${label.language}: ${label.text}  ${difference}`,
  );
  const tables = [
    tally(labels, misses, (label) => label.className),
    tally(labels, misses, (label) => label.language),
  ];
  process.stdout.write(`${[...tables, ...missed].join('\n\n')}\n`);
}

const sources = [
  {
    name: 'the reference samples, the traps and our own utterances',
    texts: [samples, booking, times, requests],
    atLeast: 450,
  },
  { name: 'utterances as other people type them', texts: [unseen], atLeast: 150 },
  {
    name: 'utterances written without sight of the rules, at several times of the year',
    texts: [outsideFirst, outsideSecond, outsideThird],
    atLeast: 600,
  },
];

test.each(sources)('of $name, 97 in 100 are understood in every detail', ({ texts, atLeast }) => {
  const labels = readCorpus(texts.join('\n'));
  const misses = missesOf(labels);
  report(labels, misses);
  expect(labels.length).toBeGreaterThanOrEqual(atLeast);
  expect((labels.length - misses.length) / labels.length).toBeGreaterThanOrEqual(0.97);
});

test.each(languages)('of all in %s, 200 at the least, 97 in 100 are', (language) => {
  const all = readCorpus(sources.flatMap(({ texts }) => texts).join('\n'));
  const labels = all.filter((label) => languageOfLabel(label) === language);
  expect(labels.length).toBeGreaterThanOrEqual(200);
  expect((labels.length - missesOf(labels).length) / labels.length).toBeGreaterThanOrEqual(0.97);
});

test('every reference sample and every trap is understood', () => {
  expect(missesOf(readCorpus(samples))).toEqual([]);
});
