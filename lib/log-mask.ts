const secretKey = /token|secret|password|authorization|credentials|cookie|signature/i;
const phoneKey =
  /^(phone|waId|wa_id|from|to|recipient|recipient_id|displayPhone|display_phone_number|msisdn)$/;
const phone = /(?<![\w.:-])\+?\d{10,15}(?![\w.:-])/g;
const bearer = /\b(Bearer\s+)\S+|\bEAA[A-Za-z0-9]{16,}/g;
const deepest = 6;

const lastFour = (digits: string): string => `…${digits.slice(-4)}`;

/** A text without tokens and with its phone numbers shortened to four digits. */
export const maskText = (text: string): string =>
  text.replace(bearer, (_all, word: string | undefined) => `${word ?? ''}[hidden]`).replace(phone, lastFour);

/** A copy of a log line's fields without secrets and whole phone numbers. */
export function masked(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, maskedValue(key, value, 0)]));
}

function maskedValue(key: string, value: unknown, depth: number): unknown {
  if (secretKey.test(key) && value !== null && value !== undefined) return '[hidden]';
  if (typeof value === 'string') {
    return phoneKey.test(key) && /^\+?[\d ()-]{8,20}$/.test(value)
      ? lastFour(value.replaceAll(/\D/g, ''))
      : maskText(value);
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Error) return maskedError(value, depth);
  if (Array.isArray(value)) return value.map((item: unknown) => maskedValue(key, item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedValue(name, inner, depth + 1)]),
  );
}

function maskedError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: maskText(error.message),
    stack: maskText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: maskedValue('cause', error.cause, depth + 1) }),
    ...('code' in error ? { code: error.code } : {}),
  };
}
