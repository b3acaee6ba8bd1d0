import { expect, test } from 'vitest';
import { tooOldBefore } from './keep-until';

const before = (now: string, months: number | null, zone = 'Asia/Kolkata') =>
  tooOldBefore({ bodiesDays: 30, messagesMonths: months }, new Date(now), zone);

test('days and months are counted by the calendar of the business', () => {
  expect(before('2026-11-27T22:00:00Z', 12)).toEqual({
    bodies: new Date('2026-10-28T22:00:00Z'),
    messages: new Date('2025-11-27T22:00:00Z'),
  });
  // 31 March less a month is the last of February.
  expect(before('2027-03-30T22:00:00Z', 1).messages).toEqual(new Date('2027-02-27T22:00:00Z'));
  // Over the change of clocks a day has 23 or 25 hours.
  expect(before('2026-11-10T05:00:00Z', 1, 'America/New_York')).toEqual({
    bodies: new Date('2026-10-11T04:00:00Z'),
    messages: new Date('2026-10-10T04:00:00Z'),
  });
});

test('for good is for good', () => {
  expect(before('2026-11-27T22:00:00Z', null).messages).toBeNull();
});
