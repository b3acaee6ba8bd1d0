import { expect, test, type Page } from '@playwright/test';
import { newPhone, openSimulator } from './phone';
import { signInAs } from './staff';

/** `days` after today by the clocks of the demo's zone, as a date. */
const inChennai = (days: number): string =>
  new Date(Date.now() + 330 * 60_000 + days * 86_400_000).toISOString().slice(0, 10);

async function addDoctor(page: Page, name: { ta: string; en: string }): Promise<void> {
  await page.goto('/demo/setup/resources');
  await page.getByRole('button', { name: 'Add a doctor' }).click();
  const names = page.getByRole('group', { name: 'Name', exact: true });
  await names.getByLabel('தமிழ்').fill(name.ta);
  await names.getByLabel('English').fill(name.en);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(name.en).first()).toBeVisible();
}

async function addLeave(page: Page, name: string, day: string, reason: string): Promise<void> {
  await page.goto('/demo/setup/closures');
  await page.getByRole('button', { name: 'Add a holiday or leave' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('For whom').selectOption({ label: name });
  await dialog.getByLabel('From', { exact: true }).fill(day);
  await dialog.getByLabel('Last day').fill(day);
  await dialog.getByRole('group', { name: 'Reason' }).getByLabel('தமிழ்').fill(reason);
  await dialog.getByRole('button', { name: 'Next: see who is booked' }).click();
  await expect(dialog.getByText('Nobody is booked then.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByText(reason).first()).toBeVisible();
}

test('an owner adds a doctor with a day of leave, and the chat obeys at once, in Tamil', async ({
  page,
  context,
}, { project }) => {
  // Both sizes run on one stack: each has a doctor of its own.
  const phone = project.name === 'phone';
  const doctor = phone ? { ta: 'டாக்டர் வள்ளி', en: 'Dr. Valli' } : { ta: 'டாக்டர் பொன்னி', en: 'Dr. Ponni' };
  const leave = phone ? 'திருமணம்' : 'பயணம்';
  await signInAs(page);
  await addDoctor(page, doctor);
  await addLeave(page, doctor.en, inChennai(1), leave);

  const chat = await context.newPage();
  await openSimulator(chat, 'ta');
  const mani = await newPhone(chat, 'மணி', 'ta');
  await mani.write(`நாளை ${doctor.ta} பார்க்கணும்`);
  await mani.reads(leave);
  await mani.write('நாளை மறுநாள் காலை 10 மணிக்கு');
  await mani.reads(/யாருக்கு|பெயர்/);
  await mani.tap(mani.name);
  await mani.reads('வயது');
  await mani.write('34');
  expect(await mani.reads('சரியா இருக்கான்னு')).toContain(doctor.ta);
});
