import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 of WhatsApp's digits-only id, or null where the digits are no phone number. */
export function phoneOfWaId(waId: string): string | null {
  if (!/^\d{6,15}$/.test(waId)) return null;
  return parsePhoneNumberFromString(`+${waId}`)?.number ?? null;
}

/** E.164 of a number as somebody typed it, with or without its country (then India's); null where it is none. */
export function phoneOfTyped(typed: string): string | null {
  const found = parsePhoneNumberFromString(typed, 'IN');
  return found?.isPossible() ? found.number : null;
}
