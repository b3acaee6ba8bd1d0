import { expect, test } from '@playwright/test';
import { newPhone, openSimulator, ownHour } from './phone';
import { signInAs } from './staff';

/** The day after today by the clocks of the demo's zone. */
const tomorrowInChennai = (): string =>
  new Date(Date.now() + 330 * 60_000 + 86_400_000).toISOString().slice(0, 10);

test('what a customer writes and books in WhatsApp stands on open pages without a reload', async ({
  page,
  context,
}) => {
  const calendar = await context.newPage();
  await signInAs(calendar);
  await calendar.goto(`/demo/calendar?date=${tomorrowInChennai()}`);
  await expect(calendar.locator('h1')).toBeVisible();
  const chats = await context.newPage();
  await chats.goto('/demo/chats');
  await expect(chats.locator('h1')).toBeVisible();

  await openSimulator(page);
  const anbu = await newPhone(page, 'Anbu');
  await anbu.write(`court tomorrow ${ownHour()} am`);
  await expect(chats.getByText(anbu.name).first()).toBeVisible();
  await anbu.tap(anbu.name);
  await anbu.reads('Please check:');
  await anbu.tap('Confirm');
  await anbu.reads('Booked!');
  await expect(calendar.getByText(anbu.name).first()).toBeAttached();
});
