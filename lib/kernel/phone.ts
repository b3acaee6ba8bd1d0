import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 of WhatsApp's digits-only id, or null where the digits are no phone number. */
export function phoneOfWaId(waId: string): string | null {
  if (!/^\d{6,15}$/.test(waId)) return null;
  return parsePhoneNumberFromString(`+${waId}`)?.number ?? null;
}
