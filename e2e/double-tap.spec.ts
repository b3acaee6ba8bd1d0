import { expect, test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';

test('P23 Confirm tapped twice, every webhook delivered twice: one booking', async ({ page }) => {
  await openSimulator(page);
  const priya = await newPhone(page, 'Priya');
  await page.request.post('/api/simulator/misbehave', { data: { sendTwice: true } });
  try {
    await priya.write('court');
    await priya.choose(6);
    await priya.choose(4);
    await priya.tap(priya.name);
    await priya.reads('Please check:');
    const heardBefore = await priya.heard.count();
    await priya.heard.last().getByRole('button', { name: 'Confirm' }).dblclick();
    await priya.reads('Booked!');
    await priya.write('my bookings');
    const mine = await priya.reads('Reschedule');
    // One booking is shown itself; several would come as a list.
    expect(mine).toContain('👤');
    const confirmations = priya.heard.filter({ hasText: 'Booked!' });
    await expect(confirmations).toHaveCount(1);
    expect(await priya.heard.count()).toBeGreaterThan(heardBefore);
  } finally {
    await page.request.post('/api/simulator/misbehave', { data: { sendTwice: false } });
  }
});
