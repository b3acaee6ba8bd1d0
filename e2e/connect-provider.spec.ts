import { expect, test } from '@playwright/test';
import { signInAs, takeOutOfUse } from './staff';
import { d360Front } from '../lib/simulator/fronts/d360';
import { gupshupFront } from '../lib/simulator/fronts/gupshup';
import { onpremFront } from '../lib/simulator/fronts/onprem';
import { twilioFront } from '../lib/simulator/fronts/twilio';
import type { ProviderFront } from '../lib/simulator/fronts/types';
import { startSimulator } from '../lib/simulator/server';

const d360 = { apiKey: 'e2e-d360-key', webhookSecret: 'set by Neram' };
const twilio = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: 'e2e-twilio-auth-token' };
const gupshup = { apiKey: 'e2e-gupshup-key', app: 'NeramE2e', appId: '5d2f0d8e-0000-4000-8000-00000000e2e1' };
const onprem = { username: 'admin', password: 'E2e-passw0rd!' };

type Provider = {
  name: string;
  /** How its number is written in the form, and known to the stand-in. */
  phone: string;
  front: () => ProviderFront;
  /** What is entered, by label; the last one is wrong at first. */
  fields: Record<string, string>;
  /** Whether Neram may enter its address there. */
  settable: boolean;
};

const providers: readonly Provider[] = [
  {
    name: '360dialog',
    phone: '+91 44 5000 0011',
    front: () => d360Front(d360),
    fields: { 'API key': d360.apiKey },
    settable: true,
  },
  {
    name: 'Twilio',
    phone: '+91 44 5000 0012',
    front: () => twilioFront({ ...twilio, toldAddress: (postedTo) => postedTo }),
    fields: { 'Account SID': twilio.accountSid, 'Auth Token': twilio.authToken },
    settable: false,
  },
  {
    name: 'Gupshup',
    phone: '+91 44 5000 0013',
    front: () => gupshupFront({ ...gupshup, version: 3 }),
    fields: { 'App name': gupshup.app, 'App ID': gupshup.appId, 'API key': gupshup.apiKey },
    settable: true,
  },
  {
    name: 'On-Premises API',
    phone: '+91 44 5000 0014',
    front: () => onpremFront(onprem),
    fields: { User: onprem.username, Password: onprem.password },
    settable: true,
  },
];

for (const provider of providers)
  test(`an owner connects a number through ${provider.name}: keys, address, first message`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'once is enough');
    await signInAs(page);
    const { port } = new URL(page.url());
    const digits = provider.phone.replace(/\D/g, '');
    /** The provider, posting to this address once it is known. */
    const open = (address: string | null) =>
      startSimulator({
        port: Number(port) + 2,
        front: provider.front(),
        statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
        retryDelaysMs: [200],
        webhook: {
          ...{ phoneNumberId: digits, wabaId: '600000000000002', displayPhone: `+${digits}` },
          ...{ accessToken: 'none', appSecret: 'none', url: address ?? 'http://127.0.0.1:9' },
        },
      });
    let standIn = await open(null);
    try {
      await page.goto('/demo/settings/channels/new');
      await page.getByRole('radio', { name: new RegExp(`^${provider.name}:`) }).check();
      await test.step('a wrong key is found at once, and mended in place', async () => {
        await page.getByLabel('WhatsApp number').fill(provider.phone);
        for (const [label, value] of Object.entries(provider.fields))
          await page.getByLabel(label, { exact: true }).fill(value);
        const [label = '', value = ''] = Object.entries(provider.fields).at(-1) ?? [];
        await page.getByLabel(label, { exact: true }).fill('wrong');
        await page.getByRole('button', { name: 'Save and check' }).click();
        await expect(page).toHaveURL(/settings\/channels\/[0-9a-f-]{36}$/);
        await expect(page.getByText('Not accepted', { exact: true }).first()).toBeVisible();
        await page.getByLabel(label, { exact: true }).fill(value);
        await page.getByRole('button', { name: 'Save and check' }).click();
        await expect(page.getByRole('button', { name: 'Done Enter ids and keys' })).toBeVisible();
        await expect(page.locator('body')).not.toContainText(value);
      });
      const address = page.locator('code').filter({ hasText: '/api/webhooks/' });
      await test.step('the provider learns where to bring what customers write', async () => {
        const told = await address.innerText();
        await standIn.close();
        standIn = await open(told);
        if (provider.settable) {
          await page.getByRole('button', { name: 'Enter it for me' }).click();
          await expect(
            page.getByRole('button', { name: `Done Let ${provider.name} reach Neram` }),
          ).toBeVisible();
        } else await expect(page.getByRole('button', { name: 'Enter it for me' })).toBeHidden();
      });
      await test.step('the first message arrives on the open page, and is answered', async () => {
        const { control } = standIn;
        const customer = control.createCustomer({ name: 'Owner', identity: 'phone', waId: '919876512345' });
        control.act(customer.id, { type: 'text', body: 'Hi' });
        await expect(page.getByText('Connected. Customers can write to this number.')).toBeVisible();
        await expect
          .poll(() => control.messages(customer.id).filter(({ from }) => from === 'business').length)
          .toBeGreaterThan(0);
      });
      await test.step('the number is taken out of use', () => takeOutOfUse(page));
    } finally {
      await standIn.close();
    }
  });
