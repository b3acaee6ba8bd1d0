import { expect, test } from 'vitest';
import { instantAt, wallClock } from './wall-clock';

test('P17 the wall clock of a business, wherever the reader is', () => {
  expect(wallClock(new Date('2026-11-26T18:29:00Z'), 'Asia/Kolkata')).toEqual({
    date: '2026-11-26',
    minute: 1439,
  });
  expect(wallClock(new Date('2026-11-26T18:30:00Z'), 'Asia/Kolkata')).toEqual({
    date: '2026-11-27',
    minute: 0,
  });
});

test('a minute of a date is one moment and back, also around a change of the clocks', () => {
  for (const zone of ['Asia/Kolkata', 'America/New_York', 'Europe/Berlin'])
    for (const date of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-11-26'])
      for (const minute of [0, 45, 360, 1080, 1439])
        expect(wallClock(instantAt(date, minute, zone), zone)).toEqual({ date, minute });
});
