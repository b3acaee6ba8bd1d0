import { createTranslator } from 'use-intl/core';
import type { Language } from '../kernel/local-text';
import enAccount from './messages/en/dashboard/account.json';
import enAudit from './messages/en/dashboard/audit.json';
import enBookings from './messages/en/dashboard/bookings.json';
import enCalendar from './messages/en/dashboard/calendar.json';
import enCalendars from './messages/en/dashboard/calendars.json';
import enChannels from './messages/en/dashboard/channels.json';
import enChats from './messages/en/dashboard/chats.json';
import enCosts from './messages/en/dashboard/costs.json';
import enCustomers from './messages/en/dashboard/customers.json';
import enFrame from './messages/en/dashboard/frame.json';
import enOperations from './messages/en/dashboard/operations.json';
import enPacks from './messages/en/dashboard/packs.json';
import enPay from './messages/en/dashboard/pay.json';
import enReceipts from './messages/en/dashboard/receipts.json';
import enPayments from './messages/en/dashboard/payments.json';
import enReports from './messages/en/dashboard/reports.json';
import enSettings from './messages/en/dashboard/settings.json';
import enSetup from './messages/en/dashboard/setup.json';
import enTemplates from './messages/en/dashboard/templates.json';
import taAccount from './messages/ta/dashboard/account.json';
import taAudit from './messages/ta/dashboard/audit.json';
import taBookings from './messages/ta/dashboard/bookings.json';
import taCalendar from './messages/ta/dashboard/calendar.json';
import taCalendars from './messages/ta/dashboard/calendars.json';
import taChannels from './messages/ta/dashboard/channels.json';
import taChats from './messages/ta/dashboard/chats.json';
import taCosts from './messages/ta/dashboard/costs.json';
import taCustomers from './messages/ta/dashboard/customers.json';
import taFrame from './messages/ta/dashboard/frame.json';
import taOperations from './messages/ta/dashboard/operations.json';
import taPacks from './messages/ta/dashboard/packs.json';
import taPay from './messages/ta/dashboard/pay.json';
import taReceipts from './messages/ta/dashboard/receipts.json';
import taPayments from './messages/ta/dashboard/payments.json';
import taReports from './messages/ta/dashboard/reports.json';
import taSettings from './messages/ta/dashboard/settings.json';
import taSetup from './messages/ta/dashboard/setup.json';
import taTemplates from './messages/ta/dashboard/templates.json';
import type { PageText } from './page-text';

const en = {
  account: enAccount,
  audit: enAudit,
  bookings: enBookings,
  calendar: enCalendar,
  calendars: enCalendars,
  channels: enChannels,
  chats: enChats,
  costs: enCosts,
  customers: enCustomers,
  frame: enFrame,
  operations: enOperations,
  packs: enPacks,
  pay: enPay,
  receipts: enReceipts,
  payments: enPayments,
  reports: enReports,
  settings: enSettings,
  setup: enSetup,
  templates: enTemplates,
};
const ta: typeof en = {
  account: taAccount,
  audit: taAudit,
  bookings: taBookings,
  calendar: taCalendar,
  calendars: taCalendars,
  channels: taChannels,
  chats: taChats,
  costs: taCosts,
  customers: taCustomers,
  frame: taFrame,
  operations: taOperations,
  packs: taPacks,
  pay: taPay,
  receipts: taReceipts,
  payments: taPayments,
  reports: taReports,
  settings: taSettings,
  setup: taSetup,
  templates: taTemplates,
};

/** The dashboard's texts, by the part of it that shows them. */
export type DashboardMessages = typeof en;
export type Area = keyof DashboardMessages;

const all: Record<Language, DashboardMessages> = { en, ta };

/** The texts that one page's parts need, to be handed to them: the browser gets one language and no more than this. */
export const dashboardMessages = (language: Language, areas: readonly Area[]): Partial<DashboardMessages> =>
  Object.fromEntries(areas.map((area) => [area, all[language][area]]));

/** The texts of one area, for what the server writes itself. */
export const dashboardText = <A extends Area>(
  language: Language,
  area: A,
): PageText<keyof DashboardMessages[A] & string> =>
  // As in page-text: the catalogue's own keys are the type.
  createTranslator({
    locale: language,
    messages: all[language][area],
    timeZone: 'UTC',
  }) as unknown as PageText<keyof DashboardMessages[A] & string>;

/** Every catalogue, for the test that compares the languages. */
export const dashboardCatalogues = all;
