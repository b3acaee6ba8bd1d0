import type { z } from 'zod';
import type { bookingReceipts, receiptKinds, receiptRow, receiptSnapshotSchema } from './schema';

/**
 * What a document is: a plain receipt where the business is not registered for GST; a tax invoice or, where the service
 * bears none, a bill of supply where it is; a credit note for money that went back.
 */
export type ReceiptKind = (typeof receiptKinds)[number];

/** Everything that a document says. */
export type ReceiptSnapshot = z.infer<typeof receiptSnapshotSchema>;

export type ReceiptRow = z.infer<typeof receiptRow>;
export type BookingReceipts = z.infer<typeof bookingReceipts>;
