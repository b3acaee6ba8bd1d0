import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

/** Staff's window beside the customer's. */
async function deskBeside(page: Page): Promise<Page> {
  const desk = await page.context().newPage();
  await signInAs(desk);
  return desk;
}

test('staff take a chat over, the customer reads their reply, and the bot answers again once it is handed back', async ({
  page,
}) => {
  await openSimulator(page);
  const anbu = await newPhone(page, 'Anbu');
  await anbu.write('can I speak to a person');

  const desk = await deskBeside(page);
  await desk.goto('/demo/chats');
  await desk.getByRole('link', { name: anbu.name }).click();
  const log = desk.getByRole('log');
  await expect(log).toContainText('can I speak to a person');
  // Asking for a person hands the chat over by itself; taken over or not, it is theirs now.
  const takeOver = desk.getByRole('button', { name: 'Take over' });
  const handBack = desk.getByRole('button', { name: 'Hand back to the bot' });
  await expect(takeOver.or(handBack)).toBeVisible();
  if (await takeOver.isVisible()) await takeOver.click();
  await expect(handBack).toBeVisible();

  await desk.getByRole('textbox', { name: 'Write a reply' }).fill('Meena here. What can I do for you?');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await anbu.reads('Meena here. What can I do for you?');
  await expect(log.locator('[data-status=read]').last()).toBeVisible();

  await handBack.click();
  await expect(takeOver).toBeVisible();
  await anbu.write('hi');
  await anbu.reads('What would you like to book?');
  await expect(log).toContainText('What would you like to book?');
});

/** A CSV file as rows of cells; quotes are doubled inside quoted cells, and what could be a formula is marked as text. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'/, ''));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

test('the CSV file holds what the list shows, row for row', async ({ page, isMobile }) => {
  await signInAs(page);
  // Three days of one doctor: few enough for one page of the list, and nobody else's test books in the past.
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/demo/bookings?status=completed&from=${day(3)}&to=${day(1)}`);
  await page.getByLabel('Court or doctor').selectOption({ label: 'Dr. Karthik Subramanian' });
  await expect(page).toHaveURL(/resourceId=/);
  const rows = isMobile ? page.locator('main section li') : page.locator('main tbody tr');
  await expect(rows.filter({ hasNotText: 'Dr. Karthik' })).toHaveCount(0);
  await expect(rows.first()).toContainText('Completed');
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  const shown = await rows.allInnerTexts();

  await page.getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV file' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('bookings.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [head = [], ...cells] = cellsOf(text.slice(1));
  expect(head.slice(0, 3)).toEqual(['Reference', 'Start', 'End']);
  expect(cells).toHaveLength(shown.length);
  const at = (name: string): number => head.indexOf(name);
  cells.forEach((row, place) => {
    const words = isMobile ? ['For', 'Court or doctor'] : ['Reference', 'For', 'Phone', 'Court or doctor'];
    for (const name of words)
      expect(shown[place], `${name} of row ${String(place)}`).toContain(row[at(name)]);
    expect(shown[place]).toContain(`₹${row[at('Price (₹)')] ?? ''}`);
  });
});

test('a booking is given another time from its drawer, and the customer reads it in Tamil', async ({
  page,
}) => {
  await openSimulator(page, 'ta');
  const kumar = await newPhone(page, 'குமார்', 'ta');
  await kumar.write('கோர்ட்');
  const day = await kumar.rowTitle(5);
  await kumar.write(`${day} மதியம் 12 மணிக்கு கோர்ட் வேண்டும்`);
  await kumar.tap(kumar.name);
  await kumar.tap('உறுதி செய்');
  const booked = await kumar.reads('புக் ஆயிடுச்சு!');

  const desk = await deskBeside(page);
  await desk.goto('/demo/bookings');
  await desk.getByRole('searchbox', { name: 'Search bookings' }).fill(kumar.name);
  await desk.getByText(kumar.name).filter({ visible: true }).first().click();
  await desk.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = desk.getByRole('dialog', { name: `New time for ${kumar.name}` });
  await dialog
    .getByRole('button', { name: /^(1|2|3):00 PM/ })
    .and(dialog.locator(':enabled'))
    .last()
    .click();
  // Word for word what is sent.
  const preview = dialog.locator('[lang=ta]');
  await expect(preview).toContainText('நேரத்தை மாற்றியிருக்கிறோம்');
  const [first = ''] = (await preview.innerText()).split('\n');
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect(desk.getByText('New time saved. The customer is being told.')).toBeVisible();
  expect(await kumar.reads('நேரத்தை மாற்றியிருக்கிறோம்')).toContain(first.replaceAll('*', ''));
  expect(booked).toContain('12:00');
  await kumar.reads(/மதியம் (1|2|3):00/);
  await expect(desk.getByText(/Moved from .*12:00 PM/)).toBeVisible();
});
