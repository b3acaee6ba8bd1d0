/** So long the gateway may take to tell of money: longer, and its webhook is taken to be silent. */
export const silentMs = 30 * 60_000;

/** A wrong signature is remembered this long: anybody may send one, and it harms nothing. */
export const signatureAlertMs = 24 * 60 * 60_000;
