import { describe, expect, it } from 'vitest';
import { cheapestWay, usualPrices, type MessagePrices } from './cheapest-way';

const open = { windowOpen: true, hasTemplate: true };
const prices: MessagePrices = {
  serviceMilliPaise: 11_500,
  utilityMilliPaise: 11_500,
  utilityInWindowMilliPaise: 11_500,
  freeServiceLeft: 0,
};

describe('the cheapest way to tell a customer', () => {
  it('outside the window is the template, or none', () => {
    expect(cheapestWay({ windowOpen: false, hasTemplate: true, prices })).toEqual({
      way: 'template',
      milliPaise: 11_500,
    });
    expect(cheapestWay({ windowOpen: false, hasTemplate: false, prices })).toBeNull();
  });

  it('inside it is free words, as long as no template is cheaper', () => {
    expect(cheapestWay({ ...open, prices })?.way).toBe('free-form');
    const cheaper = { ...prices, utilityInWindowMilliPaise: 9_000 };
    expect(cheapestWay({ ...open, prices: cheaper })).toEqual({ way: 'template', milliPaise: 9_000 });
    expect(cheapestWay({ ...open, prices: { ...cheaper, freeServiceLeft: 1 } })).toEqual({
      way: 'free-form',
      milliPaise: 0,
    });
    expect(cheapestWay({ windowOpen: true, hasTemplate: false, prices: cheaper })?.way).toBe('free-form');
  });

  it('costs nothing inside the window until the clocks of India show 1 October 2026', () => {
    const on = (at: string) => cheapestWay({ ...open, prices: usualPrices(new Date(at)) });
    expect(on('2026-09-30T23:59:59+05:30')).toEqual({ way: 'free-form', milliPaise: 0 });
    expect(on('2026-10-01T00:00:00+05:30')).toEqual({ way: 'free-form', milliPaise: 11_500 });
  });
});
