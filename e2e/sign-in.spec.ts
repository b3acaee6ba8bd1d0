import { expect, test } from '@playwright/test';
import { demoPassword, signInAs } from './staff';

test('a wrong password is told and what was typed stays; the right one leads back to the page asked for', async ({
  page,
}) => {
  await page.goto('/demo/reports?from=2026-01-01&to=2026-01-31');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const email = page.locator('input[name=email]');
  await email.fill('owner@demo.test');
  await page.locator('input[name=password]').fill('not this one');
  await page.locator('button[type=submit]').click();
  await expect(page.locator('form [role=alert]')).toBeVisible();
  await expect(email).toHaveValue('owner@demo.test');
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await expect(page).toHaveURL(/\/demo\/reports\?from=2026-01-01&to=2026-01-31/);
  await expect(page.locator('h1')).toBeVisible();
});

test('a business that is not theirs and one that does not exist are the same: not found', async ({
  page,
}) => {
  await signInAs(page);
  const answer = await page.goto('/no-such-business/calendar');
  expect(answer?.status()).toBe(404);
});

test('staff are told that a page is not for their role', async ({ page }) => {
  await signInAs(page, 'staff');
  await page.goto('/demo/reports');
  await expect(page.getByText('Your role does not open this page')).toBeVisible();
});
