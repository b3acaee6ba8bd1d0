import { z } from 'zod';
import list from './price-list.json';

/** What providers price messages as, of what Neram sends. */
export const priceCategories = ['marketing', 'utility', 'authentication', 'service'] as const;
export type PriceCategory = (typeof priceCategories)[number];

/** One price, from a day on until a later one of the same country and category. */
export type MessagePrice = {
  /** ISO 3166 code; `*`: every country without a price of its own. */
  country: string;
  category: PriceCategory;
  /** First day of the business's zone, `YYYY-MM-DD`. */
  from: string;
  /** Thousandths of a paisa, before tax: ₹0.115 are 11500. */
  milliPaise: number;
};

const listSchema = z.object({
  note: z.string(),
  recordedOn: z.iso.date(),
  prices: z.array(
    z.strictObject({
      country: z.string().regex(/^([A-Z]{2}|\*)$/),
      category: z.enum(priceCategories),
      from: z.iso.date(),
      milliPaise: z.int().min(0),
      /** Seen at Meta itself, and not only at those who sell on. */
      verified: z.boolean(),
      source: z.string().min(1),
    }),
  ),
});

/** The prices known to this installation, each with where it comes from. Source: price-list.json. */
export const priceList = listSchema.parse(list);

/** A provider's word for a category as a price is kept; null for one that has no price here. */
export function priceCategoryOf(word: string): PriceCategory | null {
  if (word === 'marketing_lite') return 'marketing';
  return priceCategories.find((known) => known === word) ?? null;
}

const newest = (
  prices: readonly MessagePrice[],
  { country, category, on }: { country: string; category: PriceCategory; on: string },
): MessagePrice | null =>
  prices
    .filter((one) => one.country === country && one.category === category && one.from <= on)
    .reduce<MessagePrice | null>((last, one) => (last === null || one.from > last.from ? one : last), null);

/**
 * What one message costs on a day: the business's own price of that country, else the list's, else what stands for every
 * other country. Null: nobody knows.
 */
export function priceOn(
  own: readonly MessagePrice[],
  of: { country: string | null; category: PriceCategory; on: string },
): number | null {
  for (const country of of.country === null ? ['*'] : [of.country, '*']) {
    const found = newest(own, { ...of, country }) ?? newest(priceList.prices, { ...of, country });
    if (found) return found.milliPaise;
  }
  return null;
}
