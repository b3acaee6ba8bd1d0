import type { Paise } from '../../kernel/money';

/** Paise as PayU writes money: `500.50`. Whole numbers only, so that no fraction is ever rounded. */
export const rupeesOf = (paise: Paise): string =>
  `${String(Math.trunc(paise / 100))}.${String(paise % 100).padStart(2, '0')}`;

/** Paise of a decimal amount in rupees, as text or number; null for anything else, and for parts of a paisa. */
export function paiseOf(rupees: unknown): Paise | null {
  const text = typeof rupees === 'number' ? String(rupees) : rupees;
  if (typeof text !== 'string') return null;
  const parts = /^(\d{1,11})(?:\.(\d{0,2})0*)?$/.exec(text.trim());
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** Paise, with parts of one, of what PayU reckons to five places: `23.60000`; null for anything else. */
export const partOfRupees = (rupees: string | null | undefined): number | null =>
  rupees && /^\d{1,9}(\.\d{1,8})?$/.test(rupees.trim()) ? Number(rupees) * 100 : null;
