import type { z } from 'zod';
import type { issuedReceipts, receiptKinds, receiptRow, receiptSnapshotSchema } from './schema';

/**
 * What a document is: a plain receipt where the business is not registered for GST; a tax invoice or, where the service
 * bears none, a bill of supply where it is; a credit note for money that went back.
 */
export type ReceiptKind = (typeof receiptKinds)[number];

/** What documents are about. */
export type ReceiptSubject = { bookingId: string } | { packId: string };

/** Everything that a document says. */
export type ReceiptSnapshot = z.infer<typeof receiptSnapshotSchema>;

export type ReceiptRow = z.infer<typeof receiptRow>;
export type IssuedReceipts = z.infer<typeof issuedReceipts>;
