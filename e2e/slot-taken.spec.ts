import { expect, test } from '@playwright/test';
import { newPhone, openSimulator, type Phone } from './phone';

const toTimes = async (phone: Phone): Promise<void> => {
  await phone.write('appointment with Dr Karthik');
  await phone.reads('which day suits you?');
  await phone.choose(3);
  await phone.reads('what time suits you?');
};

test('P01 who taps a time that was taken meanwhile is told so and offered the nearest', async ({ page }) => {
  await openSimulator(page);
  const slow = await newPhone(page, 'Slow');
  await toTimes(slow);
  const quick = await newPhone(page, 'Quick');
  await toTimes(quick);
  const time = await quick.choose(1);
  await quick.write('Quick 30');
  await quick.reads('Please check:');
  await quick.tap('Confirm');
  await quick.reads('Booked!');

  await slow.pickUp();
  expect(await slow.choose(1)).toBe(time);
  await slow.reads(/not free|just taken/);
  const other = await slow.choose(0);
  expect(other).not.toContain(time);
  await slow.write('Slow 31');
  await slow.reads('Please check:');
  await slow.tap('Confirm');
  await slow.reads('Booked!');
});
