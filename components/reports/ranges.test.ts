import { expect, test } from 'vitest';
import { presetOf, presets, rangeOf } from './ranges';

test('presets are whole, inclusive spans, and each is known again', () => {
  const today = '2026-03-31';
  expect(rangeOf('last7', today)).toEqual({ from: '2026-03-25', to: '2026-03-31' });
  expect(rangeOf('thisMonth', today)).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  expect(rangeOf('lastMonth', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(rangeOf('next30', today)).toEqual({ from: '2026-03-31', to: '2026-04-29' });
  for (const preset of presets) expect(presetOf(rangeOf(preset, '2026-11-26'), '2026-11-26')).toBe(preset);
  expect(presetOf({ from: '2026-01-01', to: '2026-01-02' }, today)).toBeNull();
});
