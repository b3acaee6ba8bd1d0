import { expect, test } from '@playwright/test';
import { bookCourt, newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

test('an owner sets when customers are reminded, and sees what a new booking’s customer will hear', async ({
  page,
}) => {
  await signInAs(page);
  await page.goto('/demo/setup/reminders');
  const preview = page.getByRole('region', { name: 'What they will read' });
  await expect(preview.getByText("I'm coming")).toBeVisible();
  await preview.getByRole('button', { name: 'தமிழ்' }).click();
  await expect(preview.getByText('நான் வர்றேன்')).toBeVisible();

  // The stack outlives a test: whatever an earlier run has left, thanks are on afterwards.
  const thanks = page.getByRole('checkbox', { name: 'Thank them and ask how it was' });
  if (!(await thanks.isChecked())) {
    await thanks.check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved')).toBeVisible();
  }
  await page.reload();
  await expect(thanks).toBeChecked();

  await openSimulator(page);
  const ravi = await newPhone(page, 'Ravi');
  const { booked } = await bookCourt(ravi, { day: 5, time: 2 });
  const reference = /reference is ([0-9A-Z]{6})/.exec(booked)?.[1] ?? '';
  await page.goto(`/demo/bookings/${reference}`);
  await expect(page.getByText('Reminder · planned').first()).toBeVisible();
  await expect(page.getByText('Thanks and “How was it?” · planned')).toBeVisible();
});
