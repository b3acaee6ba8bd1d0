/** What the provider charges for one delivered message, in thousandths of a paisa: ₹0.115 are 11500. */
type MilliPaise = number;

/** What messages to one country cost by now. */
export type MessagePrices = {
  /** A free-form answer inside the 24-hour window. */
  serviceMilliPaise: MilliPaise;
  /** A utility template outside the window. */
  utilityMilliPaise: MilliPaise;
  /** A utility template inside the window. */
  utilityInWindowMilliPaise: MilliPaise;
  /** Free-form messages that this number may still send for nothing this month. */
  freeServiceLeft: number;
};

export type Way = 'free-form' | 'template';

/**
 * How to tell a customer something for the least money: in free words inside the window, unless the approved template is
 * cheaper there; outside it only the template goes, and null means that nothing does.
 */
export function cheapestWay(of: {
  windowOpen: boolean;
  hasTemplate: boolean;
  prices: MessagePrices;
}): { way: Way; milliPaise: MilliPaise } | null {
  const { windowOpen, hasTemplate, prices } = of;
  if (!windowOpen) return hasTemplate ? { way: 'template', milliPaise: prices.utilityMilliPaise } : null;
  const free = prices.freeServiceLeft > 0 ? 0 : prices.serviceMilliPaise;
  const template = prices.utilityInWindowMilliPaise;
  return hasTemplate && template < free
    ? { way: 'template', milliPaise: template }
    : { way: 'free-form', milliPaise: free };
}

const serviceChargedFrom = Date.UTC(2026, 8, 30, 18, 30);

/** India, utility and, since it is charged, service: ₹0.115 before tax. */
const indiaMilliPaise = 11_500;

/**
 * The prices where nobody has looked them up. Until 30 September 2026 everything but marketing is free inside the window;
 * since 1 October (by the clock of India) both are charged at the market's utility rate, and the 1,000 service messages
 * that are free each month are taken as used up.
 * Source: Meta, "Non-template messages pricing" (25 Aug 2026); the rate is that of resellers.
 */
export function usualPrices(now: Date): MessagePrices {
  const charged = now.getTime() >= serviceChargedFrom;
  return {
    serviceMilliPaise: charged ? indiaMilliPaise : 0,
    utilityMilliPaise: indiaMilliPaise,
    utilityInWindowMilliPaise: charged ? indiaMilliPaise : 0,
    freeServiceLeft: 0,
  };
}
