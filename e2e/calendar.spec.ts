import { expect, test, type Locator, type Page } from '@playwright/test';
import en from '../lib/i18n/messages/en/dashboard/calendar.json' with { type: 'json' };
import ta from '../lib/i18n/messages/ta/dashboard/calendar.json' with { type: 'json' };
import moments from '../lib/i18n/messages/ta/moments.json' with { type: 'json' };
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

const dayMs = 86_400_000;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
/** The day in the demo's zone. */
const today = (): string => new Date(Date.now() + 330 * 60_000).toISOString().slice(0, 10);

/** Calls a route as the page itself would. */
const call = <T>(page: Page, method: string, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(`/api/businesses/demo/${path}`, {
        method,
        ...(body && { body, headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );

type Month = { days: { date: string; count: number; closed: unknown[] }[] };

/** A day beyond the sample bookings on which nothing is booked or closed, nor on the two of the weeks after. */
async function quietDay(page: Page): Promise<string> {
  const from = addDays(today(), 15);
  const { days } = await call<Month>(page, 'GET', `calendar/month?from=${from}&to=${addDays(from, 28)}`);
  const quiet = new Set(
    days.filter((day) => day.count === 0 && day.closed.length === 0).map((day) => day.date),
  );
  const found = days.find(({ date }) => [0, 7, 14].every((later) => quiet.has(addDays(date, later))));
  if (!found) throw new Error('There is no quiet day.');
  return found.date;
}

type View = {
  resources: { id: string; kind: string; name: { en: string }; offers: { serviceId: string }[] }[];
};

/** Books the first court for somebody without a number, from an hour of a day. */
async function bookAtDesk(page: Page, date: string, hour: number, name: string) {
  const { resources } = await call<View>(page, 'GET', `calendar?from=${date}&to=${date}`);
  const court = resources.find((one) => one.kind === 'court');
  if (!court?.offers[0]) throw new Error('The demo has no court.');
  await call(page, 'POST', 'calendar/bookings', {
    resourceId: court.id,
    serviceId: court.offers[0].serviceId,
    startsAt: new Date(Date.parse(`${date}T00:00:00+05:30`) + hour * 3_600_000).toISOString(),
    durationMinutes: 60,
    key: crypto.randomUUID(),
    customer: null,
    attendeeId: null,
    attendeeName: name,
    note: null,
    overrideReason: null,
    notify: false,
  });
  return { court: court.id, courtName: court.name.en };
}

const unique = (name: string): string => `${name} ${Math.random().toString(36).slice(2, 7)}`;

/** Shows a day as columns and finds somebody's booking on it. */
async function findEntry(page: Page, date: string, name: string): Promise<Locator> {
  await page.goto(`/demo/calendar?date=${date}&view=day`);
  const entry = page.locator('[data-entry]').filter({ hasText: name });
  await expect(entry).toBeVisible();
  return entry;
}

/** Moves an entry by keys, quarters of an hour down, up to the question whether it is meant. */
async function moveDown(page: Page, entry: Locator, quarters: number, words = en): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await entry.focus();
  for (let step = 0; step < quarters; step += 1) await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(words.price)).toBeVisible();
  return dialog.getByRole('button', { name: words.move, exact: true });
}

test('staff move a booking by keys, and its customer reads it in Tamil', async ({ page, context }) => {
  const calendar = await context.newPage();
  await signInAs(calendar);
  const date = await quietDay(calendar);
  await openSimulator(page, 'ta');
  const kumar = await newPhone(page, 'குமார்', 'ta');
  const month =
    moments.calendar.month[String(Number(date.slice(5, 7))) as keyof typeof moments.calendar.month];
  await kumar.write(`${String(Number(date.slice(8)))} ${month} காலை 11 மணிக்கு கோர்ட் வேண்டும்`);
  await kumar.reads('யார் பெயரில்');
  await kumar.tap(kumar.name);
  await kumar.reads('சரியா இருக்கான்னு பாருங்க');
  await kumar.tap('உறுதி செய்');
  await kumar.reads('புக் ஆயிடுச்சு!');

  await calendar.bringToFront();
  const entry = await findEntry(calendar, date, kumar.name);
  const move = await moveDown(calendar, entry, 6, ta);
  await expect(calendar.getByRole('dialog')).toContainText('நேரத்தை மாற்றியிருக்கிறோம்');
  await move.click();
  await expect(entry).toContainText('12:30');
  await page.bringToFront();
  const told = await kumar.reads('நேரத்தை மாற்றியிருக்கிறோம்');
  expect(told).toContain('மதியம் 12:30 – 1:30');
});

test('of two who move one booking at once, one wins and the other sees how it stands', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page);
  const date = await quietDay(page);
  const name = unique('Race');
  await bookAtDesk(page, date, 10, name);
  const { viewport, hasTouch, isMobile } = test.info().project.use;
  const rival = await browser.newContext({
    ...(baseURL && { baseURL }),
    ...(viewport && { viewport }),
    ...(hasTouch && { hasTouch }),
    ...(isMobile && { isMobile }),
  });
  const other = await rival.newPage();
  await signInAs(other, 'staff');
  const entries = [await findEntry(page, date, name), await findEntry(other, date, name)] as const;
  const slow = await moveDown(page, entries[0], 4);
  const quick = await moveDown(other, entries[1], 8);
  await quick.click();
  await expect(entries[1]).toContainText('12:00');
  await slow.click();
  await expect(page.getByText(en.changedMeanwhile)).toBeVisible();
  await expect(entries[0]).toContainText('12:00');
  await rival.close();
});

test('P05 a court is booked for three weeks, one of which is taken and gets another time', async ({
  page,
}) => {
  await signInAs(page);
  const date = await quietDay(page);
  const [taker, group] = [unique('Taker'), unique('Smashers')];
  const clash = addDays(date, 7);
  const { court } = await bookAtDesk(page, clash, 17, taker);

  await page.goto(`/demo/calendar?date=${date}&view=day&resource=${court}&new=1`);
  const form = page.getByRole('dialog', { name: en.newBooking });
  await form.getByRole('combobox', { name: en.who }).fill(group);
  await form.getByLabel(en.time, { exact: true }).fill('17:00');
  await form.getByLabel(en.repeat).selectOption('1');
  await form.getByLabel(en.times).fill('3');
  await expect(form.getByText('1 date is not free')).toBeVisible();
  await expect(form).toContainText(taker);
  await form.getByRole('button', { name: 'Book 2 dates' }).click({ trial: true });
  const instead = form.getByRole('combobox', { name: /^Instead/ });
  const later = instead.locator('option').filter({ hasText: '6:00 – 7:00' }).last();
  await instead.selectOption((await later.getAttribute('value')) ?? '');
  await form.getByRole('button', { name: 'Book 3 dates' }).click();
  await expect(page.getByText('3 dates are booked')).toBeVisible();
  const [own, moved] = [await findEntry(page, date, group), () => findEntry(page, clash, group)];
  await expect(own).toContainText('5:00');
  await expect(await moved()).toContainText('6:00');
});

test('a day goes on paper as lists with names, without the app around it', async ({ page }) => {
  await signInAs(page);
  const date = await quietDay(page);
  const name = unique('Paper');
  const { courtName } = await bookAtDesk(page, date, 8, name);
  await findEntry(page, date, name);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: courtName })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('8:00');
  await expect(page.locator('[data-entry]').first()).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});
