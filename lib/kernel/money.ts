/** Integer paise. 100 paise = ₹1. */
export type Paise = number;

/** Rounds to whole rupees, half up: what customers are quoted. Source: decided in docs/pricing.md. */
export const roundToRupee = (paise: number): Paise => Math.round(paise / 100) * 100;
