import { expect, test } from '@playwright/test';
import { startGoogle } from '../lib/stand-ins/google/server';
import { signInAs } from './staff';

// Google sends people back to the public address: they must have signed in there.
test.use({ baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')) });

test('an owner connects Google, links a court’s calendar, and decides about an event that was moved there', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  test.setTimeout(180_000);
  await signInAs(page);
  const { port } = new URL(page.url());
  const google = await startGoogle({
    port: Number(port) + 3,
    client: { id: 'neram', secret: 'client-secret' },
  });
  const { control } = google;
  const calendarId = 'court-1@group.calendar.google.com';
  control.addPerson('owner@gmail.test');
  control.addCalendar('owner@gmail.test', calendarId, 'Court one');
  try {
    await test.step('signing in at Google and choosing a calendar', async () => {
      await page.goto('/demo/settings/calendars');
      await page.getByRole('link', { name: 'Connect with Google' }).click();
      await page.getByRole('link', { name: 'Allow as owner@gmail.test' }).click();
      await expect(page.getByText('Google is connected. Choose a calendar below.')).toBeVisible();
      const first = page.getByRole('listitem').filter({ hasText: 'Not linked' }).first();
      await first.getByRole('button', { name: 'Link a calendar' }).click();
      await page.getByLabel('Calendar', { exact: true }).selectOption({ label: 'Court one' });
      await page.getByRole('dialog').getByRole('button', { name: 'Link a calendar' }).click();
      await expect(page.getByText(/Up to date at/)).toBeVisible({ timeout: 30_000 });
    });
    await expect.poll(() => control.events(calendarId).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const [event] = control
      .events(calendarId)
      .filter(
        ({ body }) => Date.parse((body['start'] as { dateTime: string }).dateTime) > Date.now() + 7_200_000,
      );
    if (!event) throw new Error('the demo has no booking ahead on the first court');
    const { start, end } = event.body as Record<'start' | 'end', { dateTime: string }>;
    const later = (time: { dateTime: string }) => ({
      dateTime: new Date(Date.parse(time.dateTime) + 300_000).toISOString(),
    });
    await test.step('an event moved there is put before staff within a minute, and put back when they say so', async () => {
      control.changeEvent(calendarId, event.id, { start: later(start), end: later(end) });
      await page.goto('/demo/calendar');
      await expect(page.getByText(/1 thing to decide/)).toBeVisible({ timeout: 75_000 });
      await page.getByRole('link', { name: 'Decide' }).click();
      await expect(page.getByText(/Somebody moved it in Court one/)).toBeVisible();
      await page.getByRole('button', { name: 'Put it back in Google' }).click();
      await expect(page.getByText(/Somebody moved it in Court one/)).toBeHidden();
      const startNow = () =>
        (control.events(calendarId).find(({ id }) => id === event.id)?.body['start'] as { dateTime: string })
          .dateTime;
      await expect.poll(startNow, { timeout: 30_000 }).toBe(start.dateTime);
    });
    await test.step('access that was taken back shows, with what mends it', async () => {
      control.revoke('owner@gmail.test');
      await expect(page.getByRole('link', { name: 'Connect again' })).toBeVisible({ timeout: 75_000 });
    });
  } finally {
    await google.close();
  }
});

test('a calendar address is made, works without signing in, and ends', async ({
  page,
  playwright,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  await signInAs(page);
  await page.goto('/demo/settings/calendars');
  const own = page.getByRole('listitem').filter({ hasText: 'My calendar' });
  await own.getByRole('button', { name: 'Make an address' }).click();
  const address = (await own.locator('code').textContent()) ?? '';
  const outside = await playwright.request.newContext({ baseURL: new URL(page.url()).origin });
  const path = new URL(address).pathname;
  const read = await outside.get(path);
  expect(read.headers()['content-type']).toContain('text/calendar');
  expect(await read.text()).toContain('BEGIN:VTIMEZONE');
  const again = await outside.get(path, { headers: { 'if-none-match': read.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  await own.getByRole('button', { name: 'End this address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End this address' }).click();
  await expect(own.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await outside.get(path)).status()).toBe(404);
  await outside.dispose();
});
