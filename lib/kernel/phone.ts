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

/**
 * The country that a customer is reached in, as an ISO 3166 code: of their number, or of the country that a business-scoped
 * user id begins with (`IN.1648…`). Null where neither tells.
 */
export function countryOf({ waId, bsuid }: { waId: string | null; bsuid: string | null }): string | null {
  const byNumber =
    waId && /^\d{6,15}$/.test(waId) ? parsePhoneNumberFromString(`+${waId}`)?.country : undefined;
  return byNumber ?? (bsuid && /^([A-Z]{2})\./.exec(bsuid)?.[1]) ?? null;
}
