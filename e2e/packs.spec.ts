import { expect, test } from '@playwright/test';
import words from '../lib/i18n/messages/en/dashboard/packs.json' with { type: 'json' };
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

test('a pack is sold at the desk, used in Tamil with its balance said, and gets the visit back', async ({
  page,
  isMobile,
}) => {
  // The journey is the chat's; the phone's own screens are looked at elsewhere.
  test.skip(isMobile, 'once is enough');
  test.setTimeout(90_000);
  await signInAs(page);
  await openSimulator(page);
  const mala = await newPhone(page, 'Mala');
  await mala.write('வணக்கம்');

  await page.goto('/demo/packs');
  await page.getByRole('button', { name: words.add }).click();
  const offer = page.getByRole('dialog');
  const name = `Ten visits for ${mala.name}`;
  await offer.getByLabel(`${words.name} (English)`).fill(name);
  await offer.getByLabel(words.price).fill('3500');
  await offer.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('listitem').filter({ hasText: name }).first();
  await row.getByRole('button', { name: words.sell }).click();
  const sale = page.getByRole('dialog');
  await sale.getByLabel(words.customer, { exact: true }).first().fill(mala.name);
  await sale.getByRole('radio', { name: mala.name }).check();
  await sale.getByRole('button', { name: words.upi }).click();
  await sale.getByRole('button', { name: words.sellDo }).click();
  await expect(page.getByText('10 visits left of 10 visits').first()).toBeVisible();

  await openSimulator(page);
  await mala.pickUp();
  await mala.write('நாளை மறுநாள் காலை 9 மணிக்கு கோர்ட் வேண்டும்');
  await mala.tap(mala.name);
  await mala.reads('இதுக்குப் பிறகு பாக்கி 9');
  await mala.tap('உறுதி');
  await mala.reads('புக் ஆயிடுச்சு');
  await mala.write('பேக்கேஜ்ல எத்தனை பாக்கி');
  await mala.reads('பாக்கி 9');
  await mala.write('ரத்து பண்ணுங்க');
  await mala.reads('உங்கள் பேக்கேஜில் திரும்பச் சேரும்');
  await mala.tap('ஆமா, ரத்து செய்');
  await mala.write('பேக்கேஜ்ல எத்தனை பாக்கி');
  await mala.reads('பாக்கி 10');
});
