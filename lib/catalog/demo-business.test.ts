import { expect, test } from 'vitest';
import { availability } from '../scheduling/availability';
import { toEpochMinute } from '../kernel/time-range';
import { availabilityInput, getService } from './availability-input';
import { demoBusiness } from './demo-business';
import { catalogSchema } from './schema';

const now = toEpochMinute(new Date('2026-11-23T00:00:00Z'));
const week = { fromDate: '2026-11-23', toDate: '2026-11-29', now };

test('the demo business is a valid catalogue, with every name in both languages', () => {
  expect(() => catalogSchema.parse(demoBusiness)).not.toThrow();
  for (const { name } of [...demoBusiness.services, ...demoBusiness.resources]) {
    expect(name.ta && name.en).toBeTruthy();
  }
});

test('courts are offered hourly from six in the morning to ten at night', () => {
  const service = getService(demoBusiness, 'badminton');
  const days = availability(availabilityInput(demoBusiness, service, week, []));
  expect(days.map((day) => day.slots.length)).toEqual(Array.from({ length: 7 }, () => 16));
});

test('each doctor has a week of their own, and nobody works on a break', () => {
  const service = getService(demoBusiness, 'consultation');
  const perDay = ['dr-priya', 'dr-karthik', 'dr-meena'].map((resourceId) =>
    availability(availabilityInput(demoBusiness, service, { ...week, resourceId }, [])).map(
      (day) => day.slots.length,
    ),
  );
  expect(perDay).toEqual([
    [23, 23, 12, 11, 23, 23, 0],
    [46, 46, 46, 46, 46, 22, 12],
    [9, 9, 9, 9, 9, 8, 0],
  ]);
});

test('what the business does not offer is not found', () => {
  expect(() => getService(demoBusiness, 'swimming')).toThrow('not offered');
});
