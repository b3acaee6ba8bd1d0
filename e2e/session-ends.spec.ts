import { expect, test } from '@playwright/test';
import { demoPassword, signInAs } from './staff';

test('a session that ends in the middle of a form loses nothing that was written', async ({ page, context }, {
  project,
}) => {
  await signInAs(page);
  await page.goto('/demo/setup/resources');
  await page
    .getByRole('button', { name: /Court 4/ })
    .first()
    .click();
  const words = page.getByLabel('Other words for it');
  const written = `${await words.inputValue()}, corner ${project.name}`;
  await words.fill(written);
  await context.clearCookies({ name: /session-token/ });
  await page.getByRole('button', { name: 'Save' }).click();

  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.locator('input[name=email]')).toHaveValue('owner@demo.test');
  await dialog.locator('input[name=password]').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(words).toHaveValue(written);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});
