import { expect, test } from '@playwright/test';
import { demoPassword, signInAs } from './staff';

test('a session that ends in the middle of a form loses nothing that was written', async ({
  page,
  context,
}) => {
  await signInAs(page);
  await page.goto('/demo/setup/resources');
  await page.getByRole('button', { name: 'Add a court' }).click();
  const names = page.getByRole('group', { name: 'Name', exact: true });
  // Both sizes run on one stack.
  const name = `Court ${String(Date.now()).slice(-5)}`;
  await names.getByLabel('English').fill(name);
  await context.clearCookies({ name: /session-token/ });
  await page.getByRole('button', { name: 'Save' }).click();

  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.locator('input[name=email]')).toHaveValue('owner@demo.test');
  await dialog.locator('input[name=password]').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(names.getByLabel('English')).toHaveValue(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(name).first()).toBeVisible();
  // The others play on four courts.
  await page.getByText(name).first().click();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByText(`${name} is archived`)).toBeVisible();
});
