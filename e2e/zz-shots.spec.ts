import { test } from '@playwright/test';
import { newPhone, openSimulator, bookCourt, ownHour } from './phone';
import { signInAs } from './staff';
test('shots', async ({ page, context }, info) => {
  const other = await context.newPage();
  await openSimulator(other);
  const devi = await newPhone(other, 'Devi');
  await devi.write('hi');
  await devi.tap('Doctor').catch(() => {});
  await other.screenshot({ path: `/tmp/shots/cost-chat-${info.project.name}.png` });
  await other.close();
  for (const language of ['en', 'ta'] as const) {
    await context.clearCookies();
    await signInAs(page, 'owner', language);
    await page.goto('/demo/reports/messages');
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shots/cost-${info.project.name}-${language}.png`, fullPage: true });
  }
});
