import { expect, test } from '@playwright/test';
import { signInAs, takeOutOfUse } from './staff';
import { startSimulator } from '../lib/simulator/server';

const number = {
  phoneNumberId: '500000000000001',
  wabaId: '600000000000001',
  displayPhone: '+91 44 5000 0001',
};
const keys = { accessToken: 'EAAGe2etesttoken0123456789', appSecret: 'e2e-app-secret' };

test('an owner connects a number of Meta’s: keys, address, test, first message, and sees how it is', async ({
  page,
  context,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs(page);
  const { origin, port } = new URL(page.url());
  const meta = await startSimulator({
    port: Number(port) + 2,
    connected: false,
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
    retryDelaysMs: [200],
    webhook: { ...number, ...keys, url: 'http://127.0.0.1:9' },
  });
  const { control } = meta;
  const owner = control.createCustomer({ name: 'Owner', identity: 'phone', waId: '919876512345' });
  try {
    await page.goto('/demo/settings/channels');
    await page.getByRole('link', { name: 'Connect a number' }).click();
    await expect(page.getByText('developers.facebook.com', { exact: true })).toBeVisible();
    await test.step('what is missing is named before anything is sent', async () => {
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByText('This is needed.')).toHaveCount(4);
    });
    await test.step('a wrong token is found at once, and mended in place', async () => {
      await page.getByLabel('Phone number ID').fill(number.phoneNumberId);
      await page.getByLabel('WhatsApp Business Account ID').fill(number.wabaId);
      await page.getByLabel('Access token').fill('EAAGwrong');
      await page.getByLabel('App secret').fill(keys.appSecret);
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page).toHaveURL(/settings\/channels\/[0-9a-f-]{36}$/);
      await expect(page.getByText('Not accepted', { exact: true }).first()).toBeVisible();
      control.changeStanding({
        token: {
          type: 'USER',
          expiresAt: Math.floor(Date.now() / 1000) + 86_000,
          scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
        },
      });
      await page.getByLabel('Access token').fill(keys.accessToken);
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByText(/Only for trying: it ends/).first()).toBeVisible();
      await expect(page.locator('body')).not.toContainText(keys.accessToken);
    });
    const address = page.locator('code').filter({ hasText: '/api/webhooks/whatsapp/' });
    await test.step('it can be left and gone on with', async () => {
      await page.getByRole('link', { name: 'All numbers' }).click();
      await expect(page.getByText('Not finished')).toBeVisible();
      await page.getByRole('link', { name: /44 5000 0001/ }).click();
      await expect(address).toBeVisible();
    });
    await test.step('Meta’s request for verification is seen as it comes', async () => {
      await expect(page.getByText('Waiting for Meta to ask at this address…')).toBeVisible();
      await page.getByRole('button', { name: 'Copy' }).first().click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const url = origin + new URL(copied).pathname;
      const token = await page.locator('code').nth(1).innerText();
      await expect(control.setCallback({ url, verifyToken: 'other' })).rejects.toThrow();
      await expect(page.getByText(/could not prove to be Meta/)).toBeVisible();
      await control.setCallback({ url, verifyToken: token });
      await expect(page.getByText(/Meta has shown that it knows the address/)).toBeVisible();
    });
    await test.step('what a dashboard does not subscribe is subscribed from here', async () => {
      await page.getByRole('button', { name: 'Check again' }).first().click();
      await expect(page.getByText('Meta tells nobody what happens on this account').first()).toBeVisible();
      await page.getByRole('button', { name: 'Enter it for me' }).click();
      await expect(page.getByLabel('Your phone')).toBeVisible();
    });
    await test.step('the sample reaches the owner’s phone', async () => {
      await page.getByLabel('Your phone').fill('98765 12345');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByText(/Taken by Meta/)).toBeVisible();
      expect(control.messages(owner.id).at(-1)?.content).toMatchObject({ name: 'hello_world' });
    });
    await test.step('the first message arrives on the open page, and is answered', async () => {
      await expect(page.getByText('Waiting for the first message…')).toBeVisible();
      control.act(owner.id, { type: 'text', body: 'Hi' });
      await expect(page.getByRole('heading', { name: 'How it is' })).toBeVisible();
      await expect(page.getByText('Connected. Customers can write to this number.')).toBeVisible();
      await expect
        .poll(() => control.messages(owner.id).filter(({ from }) => from === 'business').length)
        .toBeGreaterThan(1);
    });
    await test.step('what Meta says of the account is shown and counted until it is seen', async () => {
      control.tellOfAccount('account_update', {
        event: 'ACCOUNT_VIOLATION',
        violation_info: { violation_type: 'SPAM' },
      });
      await expect(page.getByText(/Meta sees a breach of its policy/)).toBeVisible();
      await page.getByRole('button', { name: 'I have seen it' }).click();
      await expect(page.getByRole('button', { name: 'I have seen it' })).toBeHidden();
    });
    await test.step('the number is taken out of use', () => takeOutOfUse(page));
  } finally {
    await meta.close();
  }
});

test('staff are not led to numbers, and get nothing there', async ({ page, isMobile }) => {
  test.skip(isMobile, 'once is enough');
  await signInAs(page, 'staff');
  await page.goto('/demo/settings/channels');
  await expect(page.getByRole('link', { name: 'Connect a number' })).toHaveCount(0);
  expect((await page.request.get('/api/businesses/demo/channels')).status()).toBe(403);
});
