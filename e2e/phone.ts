import { expect, test, type Locator, type Page } from '@playwright/test';
import en from '../lib/i18n/messages/en/simulator.json' with { type: 'json' };
import ta from '../lib/i18n/messages/ta/simulator.json' with { type: 'json' };
import { languageNames, type Language } from '../lib/kernel/local-text';

/** A customer's phone on the simulator page, used only by what is on its screen. */
export type Phone = {
  /** As in the customer's profile, different from every other's. */
  name: string;
  chat: Locator;
  /** What the business wrote, oldest first. */
  heard: Locator;
  /** Brings the phone to the screen where only one fits. */
  pickUp: () => Promise<void>;
  /** Writes a message and waits for the answer. */
  write: (text: string) => Promise<void>;
  /** Taps a button of the newest message and waits for the answer. */
  tap: (button: string | RegExp) => Promise<void>;
  /** Sends a row of the newest list, by its words or place, and waits for the answer. Answers the row's title. */
  choose: (row: RegExp | number) => Promise<string>;
  /** The title of a row of the newest list, which is left as it is. */
  rowTitle: (row: number) => Promise<string>;
  /** Waits until the newest message of the business has these words, and answers its text. */
  reads: (words: string | RegExp) => Promise<string>;
};

const words: Record<Language, typeof en> = { en, ta };
const initials: Record<Language, string> = { en: 'ABCDEGHJKLMNPRSTV', ta: 'கசதபமவரநஅஇ' };

/** Tells apart customers of one name: the simulator outlives each test. */
const newInitials = (language: Language): string => {
  const letters = initials[language];
  // Every letter of these is one UTF-16 unit.
  const pick = () => letters.charAt(Math.floor(Math.random() * letters.length));
  return Array.from({ length: 4 }, pick).join('');
};

/** Opens the simulator with its page in a language. */
export const openSimulator = async (page: Page, language: Language = 'en'): Promise<void> => {
  await page.goto('/simulator');
  const customers = page.getByRole('navigation', { name: words[language].customers });
  const toLanguage = page.getByRole('button', { name: languageNames[language], exact: true });
  await expect(customers.or(toLanguage).first()).toBeVisible();
  if (await toLanguage.isVisible()) await toLanguage.click();
  await expect(customers.getByRole('button', { pressed: true }).first()).toBeVisible();
};

/** Adds a customer whom nobody has met, with an empty chat, and puts the phone on screen. */
export const newPhone = async (page: Page, firstName: string, language: Language = 'en'): Promise<Phone> => {
  const t = words[language];
  const name = `${firstName} ${newInitials(language)}`;
  await page.getByRole('button', { name: t.newCustomer }).click();
  const dialog = page.getByRole('dialog', { name: t.newCustomer });
  await dialog.getByRole('textbox', { name: t.name }).fill(name);
  await dialog.getByRole('button', { name: t.create }).click();
  const chat = page.getByRole('region', { name: t.chat.replace('{name}', name) });
  await expect(chat).toBeVisible();
  const heard = chat.getByRole('log').locator('[data-from=business]');
  const pickUp = async (): Promise<void> => {
    await page.getByRole('navigation', { name: t.customers }).getByRole('button', { name }).click();
    await expect(chat).toBeVisible();
  };
  return { name, chat, heard, pickUp, ...hands(chat, heard, language) };
};

const hands = (
  chat: Locator,
  heard: Locator,
  language: Language,
): Pick<Phone, 'write' | 'tap' | 'choose' | 'rowTitle' | 'reads'> => {
  const t = words[language];
  const answered = async (act: () => Promise<void>): Promise<void> => {
    const before = await heard.count();
    await act();
    await expect.poll(() => heard.count(), { message: 'the business answers' }).toBeGreaterThan(before);
  };
  return {
    write: (text) =>
      answered(async () => {
        await chat.getByRole('textbox', { name: t.message }).fill(text);
        await chat.getByRole('button', { name: t.send, exact: true }).click();
      }),
    tap: (button) => answered(() => heard.last().getByRole('button', { name: button }).click()),
    choose: async (row) => {
      const choice = await openRow(chat, heard, row);
      const title = await titleOf(choice);
      await choice.check();
      const send = chat.getByRole('dialog').getByRole('button', { name: t.send, exact: true });
      await answered(() => send.click());
      return title;
    },
    rowTitle: async (row) => {
      const title = await titleOf(await openRow(chat, heard, row));
      await chat.getByRole('dialog').getByRole('button', { name: t.close }).click();
      return title;
    },
    reads: async (said) => {
      await expect(heard.last()).toContainText(said);
      return heard.last().innerText();
    },
  };
};

const titleOf = (choice: Locator): Promise<string> =>
  choice.locator('xpath=preceding-sibling::span/span[1]').innerText();

/** Opens the newest list and answers one of its rows. */
const openRow = async (chat: Locator, heard: Locator, row: RegExp | number): Promise<Locator> => {
  await heard.last().locator('[aria-haspopup=dialog]').click();
  const sheet = chat.getByRole('dialog');
  const choice =
    typeof row === 'number'
      ? sheet.getByRole('radio').nth(row)
      : sheet.getByRole('radio', { name: row }).first();
  await expect(choice).toBeVisible();
  return choice;
};

/** A morning hour that no other project's run takes: of every hour the demo leaves one court free, and only one for sure. */
export const ownHour = (): number => (test.info().project.name === 'phone' ? 11 : 10);

/**
 * Books a court from an empty chat in English: the rows to choose of the days and the times. Answers what was chosen
 * and what the confirmation says.
 */
export const bookCourt = async (
  phone: Phone,
  rows: { day: number; time: number },
): Promise<{ day: string; time: string; booked: string }> => {
  await phone.write('court');
  await phone.reads('which day suits you?');
  const day = await phone.choose(rows.day);
  await phone.reads('what time suits you?');
  const time = await phone.choose(rows.time);
  await phone.tap(phone.name);
  await phone.reads('Please check:');
  await phone.tap('Confirm');
  return { day, time, booked: await phone.reads('Booked!') };
};
