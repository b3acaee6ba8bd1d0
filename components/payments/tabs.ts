export const tabs = ['look', 'all', 'refunds', 'days', 'payouts', 'close'] as const;
export type Tab = (typeof tabs)[number];

/** The part of the page that an address names; what needs somebody, where it names none. */
export const readTab = (named: unknown): Tab => tabs.find((one) => one === named) ?? 'look';
