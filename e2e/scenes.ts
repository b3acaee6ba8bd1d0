import { expect, type Page } from '@playwright/test';
import bookings from '../lib/i18n/messages/ta/dashboard/bookings.json' with { type: 'json' };
import calendar from '../lib/i18n/messages/ta/dashboard/calendar.json' with { type: 'json' };
import customers from '../lib/i18n/messages/ta/dashboard/customers.json' with { type: 'json' };
import packs from '../lib/i18n/messages/ta/dashboard/packs.json' with { type: 'json' };
import channels from '../lib/i18n/messages/ta/dashboard/channels.json' with { type: 'json' };
import settings from '../lib/i18n/messages/ta/dashboard/settings.json' with { type: 'json' };
import setup from '../lib/i18n/messages/ta/dashboard/setup.json' with { type: 'json' };
import templates from '../lib/i18n/messages/ta/dashboard/templates.json' with { type: 'json' };

/** One state of one page of the dashboard. */
export type Scene = {
  path: string;
  /** What brings the page into this state, once it is there. */
  act?: (page: Page) => Promise<void>;
};

const dialog = (page: Page) => expect(page.getByRole('dialog').last()).toBeVisible();

const press =
  (...names: string[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      const named = page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('menuitem', { name, exact: true }));
      await named.filter({ visible: true }).first().click();
    }
    await dialog(page);
  };

const loaded = (selector: string) => async (page: Page) => {
  await expect(page.locator(selector).first()).toBeVisible();
};

/** A new booking that comes again every week, with its dates listed. */
const repeated = async (page: Page): Promise<void> => {
  const form = page.getByRole('dialog');
  await form.getByLabel(calendar.repeat).selectOption('1');
  await expect(form.getByText(calendar.seriesFree)).toBeVisible();
};

const keys =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await dialog(page);
  };

/** The free times for a booking, once they have been read. */
const pickTime = async (page: Page): Promise<void> => {
  await press(bookings.actReschedule)(page);
  await expect(page.getByRole('dialog').last().getByRole('heading', { level: 3 }).first()).toBeVisible();
};

/** Something to look at on the pages of packs, of which the demo business has none. */
async function sellOnePack(page: Page, customerId: string): Promise<void> {
  const path = '/api/businesses/demo/packs';
  const headers = { origin: new URL(page.url()).origin };
  const { offers, services } = (await (await page.request.get(`${path}/offers`)).json()) as {
    offers: unknown[];
    services: { id: string }[];
  };
  if (offers.length > 0) return;
  const offer = {
    kind: 'hours',
    name: { en: 'Twenty court hours', ta: 'இருபது மணிநேரம்' },
    quantity: 1200,
    pricePaise: 900_000,
    validDays: 180,
    serviceIds: services.slice(0, 1).map(({ id }) => id),
  };
  const { id: offerId } = (await (
    await page.request.post(`${path}/offers`, { headers, data: offer })
  ).json()) as {
    id: string;
  };
  const sale = { key: crypto.randomUUID(), offerId, customerId, method: 'cash' };
  expect((await page.request.post(path, { headers, data: sale })).ok()).toBe(true);
}

/** What happened to a sold pack, and its balance being corrected. */
const mendPack = async (page: Page): Promise<void> => {
  await page.getByText(packs.history).first().click();
  await press(packs.correct)(page);
};

/** The form of a number, with what is missing named. */
const mistaken = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: channels.save }).click();
  await expect(page.getByText(channels.m_wanted).first()).toBeVisible();
};

/** The words of a template being changed. */
const wordTemplate = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: `${templates.edit}:` })
    .first()
    .click();
  await expect(page.getByRole('textbox').first()).toBeVisible();
};

/** Cuts the page off from its data, so that it has to say that it could not read it. */
const cutOff = async (page: Page): Promise<void> => {
  await page.route('**/api/businesses/**', (route) => route.abort());
};

/**
 * Every page of a business and the states one meets on it: dialogs, drawers, nothing found, no such thing.
 * Named by what the demo business holds at this moment.
 */
export async function dashboardScenes(page: Page): Promise<Scene[]> {
  const read = async <T>(path: string): Promise<T> => {
    const answer = await page.request.get(`/api/businesses/demo/${path}`);
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as T;
  };
  const listed = await read<{ rows: { id: string; reference: string; customerId: string }[] }>(
    'bookings?status=confirmed',
  );
  const booking = listed.rows[0];
  const people = await read<{ customers: { id: string }[] }>('customers');
  const customer = people.customers[0];
  if (!booking || !customer) throw new Error('the demo business has no bookings');
  await sellOnePack(page, customer.id);
  const { services, resources } = await read<{
    services: { id: string; kind: string }[];
    resources: { id: string; kind: string }[];
  }>('setup');
  const { chats } = await read<{ chats: { id: string }[] }>('chats');
  const numbers = await read<{ channels: { id: string }[] }>('channels');
  const doctor = resources.find((one) => one.kind === 'practitioner') ?? resources[0];
  return [
    { path: '/demo/calendar' },
    { path: '/demo/calendar?view=day' },
    { path: '/demo/calendar?view=week' },
    { path: '/demo/calendar?view=month', act: loaded('[data-day]') },
    { path: '/demo/calendar?new=1&date=2030-01-04', act: repeated },
    { path: '/demo/calendar?new=1', act: dialog },
    { path: `/demo/calendar?booking=${booking.id}`, act: dialog },
    { path: '/demo/bookings' },
    { path: '/demo/bookings?q=zzzz' },
    { path: '/demo/bookings?period=past&status=completed' },
    { path: `/demo/bookings?booking=${booking.id}`, act: dialog },
    { path: `/demo/bookings/${booking.reference}` },
    { path: `/demo/bookings/${booking.reference}`, act: press(bookings.more, bookings.actCancel) },
    { path: `/demo/bookings/${booking.reference}`, act: press(bookings.more, bookings.actAttendee) },
    { path: `/demo/bookings/${booking.reference}`, act: pickTime },
    { path: `/demo/bookings/${booking.reference}/slip` },
    { path: '/demo/bookings/NO-SUCH-ONE' },
    { path: '/demo/queue' },
    { path: '/demo/chats' },
    { path: '/demo/chats?q=zzzz' },
    { path: `/demo/chats/${chats[0]?.id ?? ''}` },
    { path: '/demo/customers' },
    { path: '/demo/customers?q=zzzz' },
    { path: `/demo/customers/${customer.id}` },
    { path: `/demo/customers/${customer.id}`, act: press(customers.more, customers.merge) },
    { path: `/demo/customers/${customer.id}`, act: press(customers.more, customers.erase) },
    { path: `/demo/customers/${customer.id}`, act: press(packs.sell) },
    { path: '/demo/packs' },
    { path: '/demo/packs', act: press(packs.add) },
    { path: '/demo/packs', act: press(packs.sell) },
    { path: '/demo/packs', act: mendPack },
    { path: '/demo/reports' },
    { path: '/demo/reports?from=2020-01-01&to=2020-01-31' },
    { path: '/demo/reports/messages' },
    { path: '/demo/setup' },
    { path: '/demo/setup/services' },
    { path: `/demo/setup/services?edit=${services[0]?.id ?? ''}` },
    { path: '/demo/setup/resources' },
    { path: `/demo/setup/resources?edit=${doctor?.id ?? ''}` },
    { path: '/demo/setup/hours' },
    { path: '/demo/setup/closures' },
    { path: '/demo/setup/closures', act: press(setup.addClosure) },
    { path: '/demo/setup/prices' },
    { path: '/demo/setup/reminders' },
    { path: '/demo/setup/business' },
    {
      path: '/demo/setup/receipts',
      act: async (on) => {
        await on.getByLabel(setup.gstin).fill('33AAPFU0939F1Z2');
        await expect(on.getByText(setup.receiptsTax)).toBeVisible();
      },
    },
    { path: '/demo/receipts' },
    { path: '/demo/payments' },
    { path: '/demo/payments?tab=all' },
    { path: '/demo/payments?tab=refunds' },
    { path: '/demo/payments?tab=days' },
    { path: '/demo/payments?tab=payouts' },
    { path: '/demo/payments?tab=close' },
    { path: `/demo/bookings/${booking.reference}`, act: press(bookings.moneyTake) },
    { path: '/demo/settings/payments' },
    { path: '/demo/settings/payments', act: press(settings.pay_replace) },
    { path: '/demo/settings' },
    { path: '/demo/settings/people' },
    { path: '/demo/settings/people', act: press(settings.invite) },
    { path: '/demo/settings/calendars' },
    { path: '/demo/settings/channels' },
    { path: `/demo/settings/channels/${numbers.channels[0]?.id ?? ''}` },
    { path: '/demo/settings/channels/new', act: mistaken },
    { path: '/demo/settings/templates' },
    { path: '/demo/settings/templates', act: wordTemplate },
    { path: '/demo/settings/audit' },
    { path: '/demo/settings/data' },
    { path: '/demo/settings/jobs' },
    { path: '/demo/calendar', act: keys('Control+k') },
    { path: '/demo/calendar', act: keys('?') },
    { path: '/demo/no-such-page' },
    { path: '/welcome/new' },
  ];
}

/** What the pages say when they ask for more and it cannot be read. */
export const brokenScenes: Scene[] = ['bookings', 'customers', 'chats'].map((name) => ({
  path: `/demo/${name}`,
  act: async (page) => {
    await cutOff(page);
    const words = page.getByRole('searchbox').filter({ visible: true }).first();
    // What is written before React has taken the page over is not heard.
    await expect(async () => {
      await words.fill('z');
      await words.fill('zz');
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible({ timeout: 5_000 });
    }).toPass();
  },
}));

/** Pages for people who are not signed in, or not to what they asked for. */
export const outsideScenes: Scene[] = [
  { path: '/' },
  { path: '/simulator' },
  { path: '/sign-in' },
  { path: '/forgot' },
  { path: '/offline' },
  { path: '/reset/no-such-link' },
  { path: '/join/demo/no-such-link' },
  { path: '/pay/no-such-link' },
];
