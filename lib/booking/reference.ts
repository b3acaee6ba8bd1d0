/**
 * Easy to say and to write down: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V mix-ups, and no vowels, so that no word appears.
 * 20 symbols in six places give 64 million references per business.
 */
export const referenceAlphabet = '34679CDFGHJKMNPQRTWX';
export const referenceLength = 6;

/** Turns random bytes into a reference; bytes that would favour some symbols are skipped. Null: too few bytes. */
export function referenceFrom(bytes: Uint8Array): string | null {
  const fair = 256 - (256 % referenceAlphabet.length);
  const symbols = [...bytes]
    .filter((byte) => byte < fair)
    .map((byte) => referenceAlphabet[byte % referenceAlphabet.length]);
  return symbols.length < referenceLength ? null : symbols.slice(0, referenceLength).join('');
}

/** What a customer typed as a reference, in the form it is stored in: `k7m 4qx` and `K7M-4QX` are `K7M4QX`. */
export const normaliseReference = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
