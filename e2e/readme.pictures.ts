import { expect, test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

// The pictures of the README and the guide, taken of the demo business as it runs: npm run pictures

const folder = 'docs/images';

test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });

test('the calendar of a day', async ({ page }) => {
  await signInAs(page);
  await expect(page.locator('h1')).toBeVisible();
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.screenshot({ path: `${folder}/calendar.png` });
});

test('the same in Tamil, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'owner', 'ta');
  await expect(page.locator('h1')).toBeVisible();
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.screenshot({ path: `${folder}/calendar-phone.png` });
});

test('a service in setup, with what customers read of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'owner', 'ta');
  await page.goto('/demo/setup/services');
  await page.locator('main li button').first().click();
  const preview = page.locator('main section').last();
  await expect(preview.locator('.bubble').first()).toBeVisible();
  await preview.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${folder}/setup-phone.png` });
});

test('a customer’s chat', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSimulator(page, 'ta');
  const kumar = await newPhone(page, 'குமார்', 'ta');
  await kumar.write('கோர்ட்');
  const day = await kumar.rowTitle(3);
  await kumar.write(`${day} காலை 11 மணிக்கு கோர்ட் வேண்டும்`);
  await kumar.tap(kumar.name);
  await kumar.tap('உறுதி செய்');
  await kumar.reads('புக் ஆயிடுச்சு!');
  await page.screenshot({ path: `${folder}/chat-phone.png` });
});
