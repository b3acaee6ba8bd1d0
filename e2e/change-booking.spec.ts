import { expect, test } from '@playwright/test';
import { bookCourt, newPhone, openSimulator } from './phone';

const reference = (text: string): string => /[A-HJ-NP-Z2-9]{6}/.exec(text)?.[0] ?? 'no reference';

test('a booking is cancelled by two taps, and is gone from My bookings', async ({ page }) => {
  await openSimulator(page);
  const devi = await newPhone(page, 'Devi');
  const { booked } = await bookCourt(devi, { day: 5, time: 1 });

  await devi.tap('Cancel');
  await devi.reads('Cancel this booking?');
  await devi.tap('Yes, cancel');
  expect(await devi.reads('Cancelled:')).toContain(reference(booked));
  await devi.write('my bookings');
  await devi.reads('You have no upcoming booking');
});

test('a booking is moved by four taps and keeps its reference', async ({ page }) => {
  await openSimulator(page);
  const arun = await newPhone(page, 'Arun');
  const { booked, time } = await bookCourt(arun, { day: 5, time: 2 });

  await arun.tap('Reschedule');
  await arun.reads('To which day shall I move it?');
  await arun.choose(6);
  await arun.reads('to what time shall I move it?');
  const moved = await arun.choose(0);
  expect(await arun.reads('Please check the new time')).toContain(moved);
  await arun.tap('Confirm');
  const told = await arun.reads('Moved!');
  expect(told).toContain(reference(booked));
  expect(told).toContain(moved);
  expect(moved).not.toBe(time);
});
