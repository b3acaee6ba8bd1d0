// PayU allows 25 characters for a transaction's id and 23 for a refund's token; a UUID written with hyphens has 36.
// So its 128 bits are written in more letters. Both ways lose nothing. Source: payments reference 2.3 and 2.6.

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The transaction's id and the link's invoice number: 25 small letters and digits. `reference` is a UUID. */
export const codeOf = (reference: string): string => write(reference, 36, 25);

/** The refund's token: 22 letters and digits. `key` is a UUID. */
export const tokenOf = (key: string): string => write(key, 62, 22);

/** The reference behind a transaction's id; null for one that we did not make. */
export const referenceOf = (code: string): string | null =>
  /^[0-9a-z]{25}$/.test(code) ? read(code, 36n) : null;

/** The refund key behind a token; null for one that we did not make. */
export const keyOf = (token: string): string | null =>
  /^[0-9A-Za-z]{22}$/.test(token) ? read(token, 62n) : null;

function write(uuid: string, base: number, length: number): string {
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  while (text.length < length) {
    text = digits.charAt(Number(rest % BigInt(base))) + text;
    rest /= BigInt(base);
  }
  return text;
}

function read(text: string, base: bigint): string | null {
  let value = 0n;
  for (const digit of text) value = value * base + BigInt(digits.indexOf(digit));
  if (value >> 128n !== 0n) return null;
  const hex = value.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
