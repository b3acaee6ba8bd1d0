import { expect, test } from 'vitest';
import { changesOf } from './audit-changes';

test('only what differs is shown', () => {
  expect(
    changesOf({ name: 'Court 1', capacity: 1, id: 'x' }, { name: 'Court One', capacity: 1, note: 'new' }),
  ).toEqual([
    { field: 'name', before: 'Court 1', after: 'Court One' },
    { field: 'note', before: undefined, after: 'new' },
  ]);
});

test('what is new has no before, what ended no after', () => {
  expect(changesOf(null, { role: 'staff' })).toEqual([{ field: 'role', before: undefined, after: 'staff' }]);
  expect(changesOf({ role: 'staff' }, null)).toEqual([{ field: 'role', before: 'staff', after: undefined }]);
  expect(changesOf(null, null)).toEqual([]);
});

test('nothing and absent are the same', () => {
  expect(changesOf({ note: null }, { note: undefined })).toEqual([]);
});
