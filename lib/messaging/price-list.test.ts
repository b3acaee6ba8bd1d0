import { describe, expect, it } from 'vitest';
import { priceCategoryOf, priceList, priceOn, type MessagePrice } from './price-list';

describe('the price list', () => {
  it('names a source for every price, and no price twice', () => {
    const keys = priceList.prices.map(({ country, category, from }) => `${country} ${category} ${from}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(priceList.prices.every(({ source }) => source.length > 10)).toBe(true);
  });

  it('charges answers in India from 1 October 2026 on', () => {
    const service = { country: 'IN', category: 'service' as const };
    expect(priceOn([], { ...service, on: '2026-09-30' })).toBe(0);
    expect(priceOn([], { ...service, on: '2026-10-01' })).toBe(11_500);
  });

  it('knows of no price before the first, and of none for a country that nobody looked up', () => {
    expect(priceOn([], { country: 'IN', category: 'marketing', on: '2025-06-30' })).toBeNull();
    expect(priceOn([], { country: 'FR', category: 'utility', on: '2026-11-27' })).toBeNull();
    expect(priceOn([], { country: null, category: 'utility', on: '2026-11-27' })).toBeNull();
  });

  it('lets an own price stand from its day on, whatever the list says later', () => {
    const own: MessagePrice[] = [
      { country: 'IN', category: 'marketing', from: '2025-12-01', milliPaise: 99_000 },
    ];
    const marketing = { country: 'IN', category: 'marketing' as const };
    expect(priceOn(own, { ...marketing, on: '2025-11-30' })).toBe(78_460);
    expect(priceOn(own, { ...marketing, on: '2026-11-27' })).toBe(99_000);
  });

  it('falls back to an own price for every other country', () => {
    const own: MessagePrice[] = [
      { country: '*', category: 'utility', from: '2026-01-01', milliPaise: 150_000 },
    ];
    expect(priceOn(own, { country: 'FR', category: 'utility', on: '2026-11-27' })).toBe(150_000);
    expect(priceOn(own, { country: null, category: 'utility', on: '2026-11-27' })).toBe(150_000);
    expect(priceOn(own, { country: 'IN', category: 'utility', on: '2026-11-27' })).toBe(11_500);
  });

  it('reads the words of providers', () => {
    expect(priceCategoryOf('service')).toBe('service');
    expect(priceCategoryOf('marketing_lite')).toBe('marketing');
    expect(priceCategoryOf('authentication-international')).toBeNull();
  });
});
