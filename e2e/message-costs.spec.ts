import { expect, test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

test('an owner sets a price and a budget, and is warned when messages cost more', async ({
  page,
  context,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  await signInAs(page);
  await page.goto('/demo/reports');
  await page.getByRole('link', { name: 'Messages' }).click();
  await expect(page).toHaveURL(/\/reports\/messages/);
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Add a price' }).click();
  await dialog.getByLabel('Kind').selectOption({ label: 'Free words' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Write rupees, for example 0.125.')).toBeVisible();
  await dialog.getByLabel('Rupees for one message').fill('1.25');
  await dialog.getByLabel('From').fill('2026-10-01');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /India Free words 1 Oct 2026 ₹1\.25 Your own/ })).toBeVisible();

  await page.getByRole('button', { name: /Set a budget|Change/ }).click();
  await dialog.getByLabel('Rupees a month').fill('1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const other = await context.newPage();
  await openSimulator(other);
  const devi = await newPhone(other, 'Devi');
  await devi.write('hi');
  await other.close();

  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('alert').filter({ hasText: 'more than the budget' }).count();
    })
    .toBe(1);
  await expect(page.getByRole('row', { name: new RegExp(`${devi.name} 1 ₹1\\.25`) })).toBeVisible();
  await expect(page.getByRole('link', { name: /Reports/ }).first()).toContainText('1');

  await page.getByRole('button', { name: 'Remove' }).first().click();
  await expect(page.getByText('Your own', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Change' }).click();
  await dialog.getByRole('button', { name: 'No budget' }).click();
  await expect(page.getByText('There is no budget yet.')).toBeVisible();
});
