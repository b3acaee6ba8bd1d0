/** The fields of a form-encoded body, in the order in which they came; null where the bytes are not text. */
export function formOf(rawBody: Uint8Array): URLSearchParams | null {
  try {
    return new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return null;
  }
}
