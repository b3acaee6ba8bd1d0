import { expect, test } from 'vitest';
import { Lane } from './lane';

/** A lane whose batches end when told to. */
function laneByHand(rules: { enough?: number; mayBeOne?: boolean } = {}) {
  const batches: { items: string[]; end(error?: Error): void }[] = [];
  const rests: number[] = [];
  const lane = new Lane<string>({
    carryOut: (items) =>
      new Promise((resolve, reject) => {
        batches.push({
          items,
          end: (error) => {
            if (error === undefined) resolve();
            else reject(error);
          },
        });
      }),
    weightOf: (item) => item.length,
    enough: rules.enough ?? 100,
    mayBeOne: () => rules.mayBeOne ?? true,
    atRest: () => rests.push(batches.length),
  });
  const outcomes: Record<string, string> = {};
  const add = (item: string): void => {
    lane.add(item).then(
      () => (outcomes[item] = 'done'),
      (error: unknown) => (outcomes[item] = String(error)),
    );
  };
  const end = async (error?: Error): Promise<void> => {
    batches.at(-1)?.end(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { add, end, batches, outcomes, rests };
}

test('a lone item goes at once', () => {
  const { add, batches } = laneByHand();
  add('a');
  expect(batches.map(({ items }) => items)).toEqual([['a']]);
});

test('what comes meanwhile goes together, in order, and only after what came before', async () => {
  const { add, end, batches, outcomes, rests } = laneByHand();
  for (const item of ['a', 'b', 'c']) add(item);
  expect(batches).toHaveLength(1);
  await end();
  add('d');
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
  expect(outcomes).toEqual({ a: 'done' });
  await end();
  await end();
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['b', 'c'], ['d']]);
  expect(outcomes).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' });
  expect(rests).toEqual([3]);
});

test('a batch has an end, but always takes one', async () => {
  const { add, end, batches } = laneByHand({ enough: 3 });
  for (const item of ['a', 'bb', 'cc', 'dddddd', 'e']) add(item);
  await end();
  await end();
  await end();
  await end();
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['bb', 'cc'], ['dddddd'], ['e']]);
});

test('one that cannot be carried out does not spoil the others', async () => {
  const { add, end, batches, outcomes } = laneByHand();
  for (const item of ['a', 'b', 'bad', 'c']) add(item);
  await end();
  await end(new Error('one of three'));
  await end();
  await end(new Error('bad'));
  await end();
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  expect(outcomes).toEqual({ a: 'done', b: 'done', bad: 'Error: bad', c: 'done' });
});

test('when it is nobody’s fault, all are told at once, and the next is tried again', async () => {
  const { add, end, batches, outcomes } = laneByHand({ mayBeOne: false });
  for (const item of ['a', 'b', 'c']) add(item);
  await end(new Error('gone'));
  await end(new Error('gone'));
  expect(outcomes).toEqual({ a: 'Error: gone', b: 'Error: gone', c: 'Error: gone' });
  add('d');
  await end();
  expect(batches).toHaveLength(3);
  expect(outcomes['d']).toBe('done');
});
