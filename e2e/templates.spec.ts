import { expect, test } from '@playwright/test';
import { signInAs } from './staff';

test('an owner words a template, sees it on the phone and has it approved', async ({ page }) => {
  await signInAs(page);
  await page.goto('/demo/settings/templates');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: /(Edit|திருத்து): (We are running late|தாமதமாகிறது)/ }).click();
  const text = page.getByRole('textbox').first();
  await text.fill('{{minutes}} minutes');
  await expect(page.getByRole('alert').first()).toBeVisible();
  // Words that are kept already are not kept again: each project brings its own.
  const end = test.info().project.name === 'phone' ? 'See you soon.' : 'Please bear with us.';
  await text.fill(`Sorry, at {{business}} we are about {{minutes}} minutes late today. ${end}`);
  await expect(page.getByRole('figure')).toContainText('about 20 minutes late today');
  await page.getByRole('button', { name: /Keep these words|இந்தச் சொற்களை வை/ }).click();
  await page.getByRole('button', { name: /Submit 1 template|1 வார்ப்புருவை/ }).click();
  await expect(page.getByText(/In review|பரிசீலனையில்/)).toBeVisible();
  await expect(page.getByText(/In review|பரிசீலனையில்/)).toBeHidden({ timeout: 15_000 });
});
