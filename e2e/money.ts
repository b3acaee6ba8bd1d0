import { expect, type Page } from '@playwright/test';
import type { Phone } from './phone';

type Terms = { paymentRule?: string; deposit?: object | null; payHoldMinutes?: number };

const headersOf = (page: Page) => ({ origin: new URL(page.url()).origin });

/** What the owner sets in the service's form; the form itself has its own test. */
export async function sell(page: Page, kind: 'court' | 'consultation', terms: Terms): Promise<void> {
  const told = await page.request.get('/api/businesses/demo/setup');
  const { services } = (await told.json()) as { services: { id: string; kind: string }[] };
  const service = services.find((one) => one.kind === kind);
  if (!service) throw new Error(`The demo sells no ${kind}.`);
  const { id, ...form } = service;
  const path = `/api/businesses/demo/setup/services/${id}`;
  const done = await page.request.put(path, { headers: headersOf(page), data: { ...form, ...terms } });
  expect(done.status(), await done.text()).toBe(200);
}

/** Takes this account for new payments, as the owner's form does. */
export async function connect(page: Page, account: object): Promise<void> {
  const path = '/api/businesses/demo/payment-account';
  const done = await page.request.put(path, { headers: headersOf(page), data: account });
  expect(done.ok(), await done.text()).toBe(true);
}

/** Asks for a court and confirms: what follows is the message with the link. */
export async function confirm(phone: Phone, words: string, yes = 'Confirm'): Promise<void> {
  await phone.write(words);
  await phone.tap(phone.name);
  await phone.tap(yes);
}

/** Follows the newest message's link, in a window of its own. */
export async function follow(phone: Phone): Promise<Page> {
  const link = await phone.heard.last().locator('a[href*="/pay/"]').first().getAttribute('href');
  const page = await phone.chat.page().context().newPage();
  await page.goto(link ?? '');
  return page;
}
