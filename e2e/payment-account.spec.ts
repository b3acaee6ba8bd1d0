import { expect, test } from '@playwright/test';
import { confirm, connect, follow, sell } from './money';
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';
import { startPayu } from '../lib/stand-ins/payu/server';

test('an owner enters test keys, tests them, copies the webhook’s address and sees the first event arrive', async ({
  page,
  context,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs(page);
  const { origin, port } = new URL(page.url());
  const keys = { merchantKey: 'testclub', salt: 'test-salt-secret' };
  const webhookUrl = `${origin}/api/webhooks/payments/payu/demo`;
  const payu = await startPayu({
    port: Number(port) + 1,
    ...keys,
    links: null,
    webhookUrl,
    retryDelaysMs: [200],
  });
  try {
    await page.goto('/demo/settings/payments');
    await page.getByRole('button', { name: 'Use another account' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('radio', { name: /PayU/ }).click();
    await test.step('a wrong salt is found out by the test', async () => {
      await form.getByLabel('Merchant key').fill(keys.merchantKey);
      await form.getByLabel('Salt').fill('another-salt');
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(form).toBeHidden();
      await page.getByRole('button', { name: 'Test the connection' }).click();
      await expect(page.getByText('The gateway does not know these keys.')).toBeVisible();
    });
    await test.step('the right one is known', async () => {
      await page.getByRole('button', { name: 'Use another account' }).click();
      await form.getByRole('radio', { name: /PayU/ }).click();
      await form.getByLabel('Merchant key').fill(keys.merchantKey);
      await form.getByLabel('Salt').fill(keys.salt);
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(form).toBeHidden();
      await page.getByRole('button', { name: 'Test the connection' }).click();
      await expect(page.getByText('The gateway knows these keys.')).toBeVisible();
      await expect(page.getByText('Test: no money moves')).toBeVisible();
    });
    await test.step('the address of the webhook is copied', async () => {
      await page.getByRole('button', { name: 'Copy' }).first().click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(new URL(copied).pathname).toBe(new URL(webhookUrl).pathname);
    });
    await expect(page.getByText('Waiting for the first event…')).toBeVisible();
    await test.step('the first payment is told, and the open page says so by itself', async () => {
      await sell(page, 'court', { paymentRule: 'full', deposit: null, payHoldMinutes: 20 });
      const other = await context.newPage();
      await openSimulator(other);
      const devi = await newPhone(other, 'Devi');
      await confirm(devi, 'court in 6 days at 7 am');
      const checkout = await follow(devi);
      await checkout.getByRole('button', { name: 'Pay', exact: true }).click();
      await checkout.getByRole('button', { name: 'Go on' }).click();
      await expect(checkout.getByText('Your booking is confirmed')).toBeVisible();
      await expect(page.getByText(/^Last event/)).toBeVisible();
    });
  } finally {
    await connect(page, { gateway: 'built-in' });
    await sell(page, 'court', { paymentRule: 'venue' });
    await payu.close();
  }
});
