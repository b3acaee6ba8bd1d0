const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shape = /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/;

/** Codes of states and union territories, as a GSTIN begins. Source: GST state code list. */
const stateCodes = new Set([
  ...Array.from({ length: 27 }, (_, index) => String(index + 1).padStart(2, '0')),
  ...['29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '97'],
]);

/**
 * Whether this is a taxpayer's GST number: state, PAN, entity, and the check character that catches a wrong or swapped
 * one. Capitals and no blanks; `normaliseGstin` first. Source: GSTN, check digit by Luhn modulo 36.
 */
export function isGstin(text: string): boolean {
  if (!shape.test(text) || !stateCodes.has(stateOf(text))) return false;
  let sum = 0;
  for (const [place, character] of Array.from(text.slice(0, 14)).entries()) {
    const product = alphabet.indexOf(character) * (place % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet[(36 - (sum % 36)) % 36] === text[14];
}

/** As it was typed or pasted, in the one way it is written. */
export const normaliseGstin = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** The two digits of the state in which the number is registered. */
export const stateOf = (gstin: string): string => gstin.slice(0, 2);
