import { expect, test, type Page } from '@playwright/test';
import { confirm, connect, follow, sell } from './money';
import { newPhone, openSimulator, type Phone } from './phone';
import { signInAs } from './staff';
import { startPayu } from '../lib/stand-ins/payu/server';

/** Follows the newest message's link to the gateway, does something there, and gives the page it ends on. */
async function atCheckout(phone: Phone, act: RegExp, when?: string): Promise<Page> {
  const checkout = await follow(phone);
  if (when) await checkout.getByRole('combobox').selectOption({ label: when });
  await checkout.getByRole('button', { name: act }).click();
  return checkout;
}

test.beforeEach(({ isMobile }) => {
  // The journeys are the chat's; the phone's own screens are looked at elsewhere.
  test.skip(isMobile, 'once is enough');
});

test('P09 P12 P13 paid in Tamil and refunded, a deposit, and money that came after the time for it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page);
  await sell(page, 'court', { paymentRule: 'full', payHoldMinutes: 1 });
  await openSimulator(page);
  const ravi = await newPhone(page, 'Ravi');
  await test.step('somebody pays, and the money does not come in time', async () => {
    await confirm(ravi, 'court in 4 days at 7 am');
    const checkout = await atCheckout(ravi, /^Pay late$/, 'After the link has ended');
    // Closed in the middle of its way, the window would never be gone.
    await expect(checkout.getByText('A payment is under way.')).toBeVisible();
    await checkout.close();
  });
  // What is asked for from now on has longer; the first hold's minute runs while the others pay.
  await sell(page, 'court', { payHoldMinutes: 20 });
  const kavi = await newPhone(page, 'Kavi');
  await test.step('a court is paid in Tamil, cancelled, and the money goes back', async () => {
    await confirm(kavi, 'நாளை மறுநாள் காலை 7 மணிக்கு கோர்ட் வேண்டும்', 'உறுதி');
    await kavi.reads('கட்டினால் இடம் உங்களுக்கு உறுதி');
    const checkout = await atCheckout(kavi, /^Pay ₹\d+\.00$/);
    await expect(checkout.getByText('முன்பதிவு உறுதியானது')).toBeVisible();
    await checkout.close();
    await kavi.reads('புக் ஆயிடுச்சு');
    await kavi.tap('ரத்து செய்');
    await kavi.reads('முழுவதும் திரும்ப வரும்');
    await kavi.tap('ஆமா, ரத்து செய்');
    await kavi.reads('திரும்பப் போயாச்சு');
  });
  await sell(page, 'court', { paymentRule: 'deposit', deposit: { kind: 'percent', percent: 25 } });
  const devi = await newPhone(page, 'Devi');
  await test.step('a deposit is paid before, and the rest stays for the venue', async () => {
    await confirm(devi, 'court in 3 days at 7 am');
    const checkout = await atCheckout(devi, /^Pay ₹\d+\.00$/);
    await expect(checkout.getByText('Your booking is confirmed')).toBeVisible();
    await checkout.close();
    const told = await devi.reads('Booked!');
    const amounts = [...told.matchAll(/₹(\d+)/g)].map(([, rupees]) => Number(rupees));
    // A quarter before, three at the venue.
    expect(amounts.some((part) => amounts.includes(part * 3))).toBe(true);
  });
  await sell(page, 'court', { paymentRule: 'venue', deposit: null });
  await test.step('the late money books the slot, since it is still free', async () => {
    await ravi.pickUp();
    await expect(ravi.heard.last()).toContainText('Booked!', { timeout: 120_000 });
    await expect(ravi.heard.filter({ hasText: 'Booked!' })).toHaveCount(1);
  });
});

test('a court is paid through PayU’s own checkout, and cash is taken and given back at the desk', async ({
  page,
}) => {
  await signInAs(page);
  const port = Number(new URL(page.url()).port) + 1;
  const keys = { merchantKey: 'clubkey', salt: 'club-salt-secret' };
  const webhookUrl = `${new URL(page.url()).origin}/api/webhooks/payments/payu/demo`;
  const payu = await startPayu({ port, ...keys, links: null, webhookUrl, retryDelaysMs: [200, 500] });
  try {
    const links = { merchantId: '', clientId: '', clientSecret: '' };
    await connect(page, { gateway: 'payu', mode: 'live', ...keys, ...links });
    await sell(page, 'court', { paymentRule: 'full', deposit: null, payHoldMinutes: 20 });
    await openSimulator(page);
    const devi = await newPhone(page, 'Devi');
    await test.step('by a form that the link posts on', async () => {
      await confirm(devi, 'court in 5 days at 7 am');
      const checkout = await follow(devi);
      await checkout.getByRole('button', { name: 'Pay', exact: true }).click();
      await checkout.getByRole('button', { name: 'Go on' }).click();
      await expect(checkout.getByText('Your booking is confirmed')).toBeVisible();
      await checkout.close();
      await devi.reads('Booked!');
    });
    const mani = await newPhone(page, 'Mani');
    await confirm(mani, 'court in 5 days at 8 am');
    await test.step('in cash, and a part of it back', async () => {
      await page.goto(`/demo/bookings?q=${encodeURIComponent(mani.name)}`);
      await page.getByText(mani.name).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: 'Take payment' }).click();
      await page.getByRole('button', { name: /^Take ₹/ }).click();
      await drawer.getByRole('button', { name: 'Give money back' }).click();
      await page.getByRole('textbox', { name: 'Amount in rupees' }).fill('100');
      await page.getByRole('textbox', { name: 'Reason' }).fill('The light failed');
      await page.getByRole('button', { name: 'Give ₹100 back' }).click();
      await expect(drawer.getByText('Returned · The light failed')).toBeVisible();
      await page.goto('/demo/payments?tab=close');
      await expect(page.getByRole('row', { name: /Cash/ })).toContainText('₹100');
    });
  } finally {
    await connect(page, { gateway: 'built-in' });
    await sell(page, 'court', { paymentRule: 'venue' });
    await payu.close();
  }
});
