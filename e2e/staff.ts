import { expect, type Page } from '@playwright/test';

/** The demo's people; their password is set by scripts/e2e-stack.ts. */
export const demoPassword = 'demo-password';

/** Signs in as somebody of the demo business and waits for the calendar. */
export async function signInAs(
  page: Page,
  who: 'owner' | 'staff' = 'owner',
  language: 'ta' | 'en' = 'en',
): Promise<void> {
  await page.goto('/sign-in');
  await page.context().addCookies([{ name: 'neram-language', value: language, url: page.url() }]);
  await page.reload();
  await page.locator('input[name=email]').fill(`${who}@demo.test`);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await expect(page).toHaveURL(/\/demo\/calendar/);
}

/** Takes the number whose page is open out of use. */
export async function takeOutOfUse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByText('This number is out of use: nothing is taken in or sent.')).toBeVisible();
}
