/** A text as JSON; null where it is none: an empty answer, or a page of some proxy, of which the HTTP status says the rest. */
export function jsonOrNull(text: unknown): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
  } catch {
    return null;
  }
}
