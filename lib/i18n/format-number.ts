const counts = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });
const shares = new Intl.NumberFormat('en-IN', { style: 'percent', maximumFractionDigits: 0 });
const changes = new Intl.NumberFormat('en-IN', {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});
const compact = new Intl.NumberFormat('en-IN', { notation: 'compact', maximumFractionDigits: 1 });

/** `1,25,000`: Indian grouping, Western digits. */
export const formatCount = (count: number): string => counts.format(count);

/** `47%` of a share between 0 and 1. */
export const formatShare = (share: number): string => shares.format(share);

/** `+12%`, `-3%`, `0%`: from one figure to another; null where there was nothing to compare with. */
export const formatChange = (from: number, to: number): string | null =>
  from === 0 ? null : changes.format((to - from) / from);

/** `₹1.2L`, `₹45T`: rupees in the little room beside an axis. */
export const formatMoneyShort = (paise: number): string => `₹${compact.format(paise / 100)}`;
