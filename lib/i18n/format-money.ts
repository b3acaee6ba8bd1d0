import type { Paise } from '../kernel/money';

const whole = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `₹600`, `₹1,20,000`, `₹99.50`: Indian grouping, Western digits, paise only where there are any. */
export const formatMoney = (paise: Paise): string =>
  `₹${paise % 100 === 0 ? whole.format(paise / 100) : exact.format(paise / 100)}`;

const fine = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** `₹0.115`, `₹0.8631`, `₹12.35`, `₹0`: thousandths of a paisa; below a rupee with four places, from there on to the paisa. */
export const formatMilliPaise = (milliPaise: number): string => {
  if (milliPaise === 0) return '₹0';
  return milliPaise < 100_000
    ? `₹${fine.format(milliPaise / 100_000)}`
    : formatMoney(Math.round(milliPaise / 1000));
};
/** The same with a true minus before what is below zero. */
export const formatSigned = (paise: Paise): string =>
  `${paise < 0 ? '−' : ''}${formatMoney(Math.abs(paise))}`;
