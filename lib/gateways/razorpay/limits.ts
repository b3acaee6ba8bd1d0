// Razorpay's documented constants. Source: payments reference 1.1, 1.2 and 1.7.

export const minimumPaise = 100;
/** "timestamp must be atleast 15 minutes in future". */
export const minimumLinkMs = 15 * 60_000;
/** Six months, taken short: the shortest six months have 181 days. */
export const maximumLinkMs = 181 * 24 * 60 * 60_000;
export const maximumReference = 40;
export const maximumDescription = 2_048;
/** The documents say 256, the validation error 255. */
export const maximumNote = 255;
export const idempotencyKeyForm = /^[A-Za-z0-9_-]{10,64}$/;
export const pageSize = 100;
