import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floodMessages, floodOf, type FloodMarks } from './flood';

/** Sends messages at these seconds and gives what came of each. */
function run(seconds: readonly number[]): (string | null)[] {
  const written: Date[] = [];
  const marks: Omit<FloodMarks, 'nthInboundAt'> = { floodUntil: null, floodToldAt: null };
  return seconds.map((second) => {
    const at = new Date(Date.UTC(2026, 10, 27) + second * 1000);
    const flood = floodOf({ ...marks, nthInboundAt: written.at(-floodMessages) ?? null }, at);
    written.push(at);
    marks.floodUntil = flood?.until ?? marks.floodUntil;
    if (flood?.kind === 'begins') marks.floodToldAt = at;
    return flood?.kind ?? null;
  });
}

const every = (step: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => from + n * step);

test('six quick taps, even all in one second, are never too many, and neither are three bookings in a row', () => {
  expect(run([0, 0, 0, 0, 0, 0])).toEqual(Array(6).fill(null));
  expect(run(every(2, 18)).every((one) => one === null)).toBe(true);
});

test('somebody who writes every four seconds for an hour is answered all along', () => {
  expect(run(every(4, 900)).every((one) => one === null)).toBe(true);
});

test('of five hundred in a minute twenty are answered, one is told to slow down, and the rest are left', () => {
  const came = run(every(0.12, 500));
  expect(came.filter((one) => one === null)).toHaveLength(20);
  expect(came.filter((one) => one === 'begins')).toHaveLength(1);
});

test('it is over five minutes after the last one too many, and told anew only after an hour', () => {
  const came = run([...every(1, 21), 319, 321, 322, ...every(1, 30, 400), ...every(1, 30, 4000)]);
  expect(came.slice(20, 24)).toEqual(['begins', 'goes-on', null, null]);
  expect(came.slice(24, 54).filter((one) => one === 'begins')).toEqual([]);
  expect(came.slice(54).filter((one) => one === 'begins')).toHaveLength(1);
});

test('whatever the rhythm, no hour brings more than one asking and no minute more than twenty answers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 300 }), (gaps) => {
      let second = 0;
      const seconds = gaps.map((gap) => (second += gap));
      const came = run(seconds);
      const at = (kind: string | null) => seconds.filter((_, place) => came[place] === kind);
      for (const from of at('begins'))
        expect(at('begins').filter((one) => one >= from && one < from + 3600)).toHaveLength(1);
      for (const from of at(null))
        expect(at(null).filter((one) => one >= from && one < from + 60).length).toBeLessThanOrEqual(20);
    }),
  );
});
