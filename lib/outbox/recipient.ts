import type { Recipient } from '../messaging/types';

/** Where a customer is written to: by number where there is one. Empty for somebody who can no longer be reached. */
export const recipientOf = ({ waId, bsuid }: { waId: string | null; bsuid: string | null }): Recipient =>
  waId ? { waId } : bsuid ? { bsuid } : {};
