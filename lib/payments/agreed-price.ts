import type { Paise } from '../kernel/money';
import type { LedgerEntry } from './types';

/** The key of a line by which staff let go of a part of the price, by the act that did it. */
export const discountKey = (act: string): string => `discount:${act}`;

/** The key of a line by which money that staff gave back is not asked for again, by its refund. */
export const goodwillKey = (refund: string): string => `goodwill:${refund}`;

const isLetGo = ({ kind, key }: LedgerEntry): boolean =>
  kind === 'write-off' && /^(discount|goodwill):/.test(key);

/** Whether a pack has paid for a booking, by its ledger. One that gave its part back is asked for its price again. */
export const isPaidByPack = (entries: readonly LedgerEntry[]): boolean =>
  entries.some(({ kind, key }) => kind === 'write-off' && key.startsWith('pack:'));

/** What a booking costs: its price, less what staff have let go of. Neither a new link nor another time brings that back. */
export function agreedPrice(entries: readonly LedgerEntry[], pricePaise: Paise): Paise {
  const letGo = new Map(entries.filter(isLetGo).map(({ key, amountPaise }) => [key, amountPaise]));
  return Math.max(0, pricePaise - [...letGo.values()].reduce((sum, paise) => sum + paise, 0));
}
