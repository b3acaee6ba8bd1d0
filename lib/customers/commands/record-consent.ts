import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { CustomerId } from '../../kernel/ids';
import type { Language } from '../../kernel/local-text';
import type { ConsentPurpose } from '../../messaging/purpose';
import type { BusinessScope } from '../../tenancy/types';
import type { ConsentSource, ConsentVia } from '../types';
import { keepRefusals } from './keep-refusals';

export type Consent = {
  customerId: CustomerId;
  purpose: ConsentPurpose;
  granted: boolean;
  /** The one booking that messages are wanted about; absent: all there are. */
  bookingId?: string | null;
  source: ConsentSource;
  /** How staff heard of it, and who of them. */
  by?: { via: ConsentVia; staffId: string };
  /** The customer's own words, or what the provider said; at most 500 characters are kept. */
  words: string;
  language: Language;
  /** When it was said. News of it may be late: what was said last holds, not what was heard last. */
  at: Date;
};

/**
 * Appends an opt-in or opt-out and brings what holds up to date, both or neither. False where it was so already: said again
 * it is no change and no record. The customer's row is locked.
 */
export async function recordConsent(tx: Tx, scope: BusinessScope, consent: Consent): Promise<boolean> {
  const { businessId } = scope;
  const { customerId, purpose, granted, bookingId = null, source, by, language, at } = consent;
  await tx.$queryRaw`SELECT id FROM customer WHERE business_id = ${businessId}::uuid AND id = ${customerId}::uuid
    FOR NO KEY UPDATE`;
  const own = { businessId, customerId, purpose };
  // A booking's own opt-in counts from the moment at which all were refused.
  const last = await tx.consentRecord.findFirst({
    where: { ...own, at: { lte: at }, OR: [{ bookingId: null }, { bookingId }] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { granted: true, bookingId: true },
  });
  if (last?.granted === granted && last.bookingId === bookingId) return false;
  await tx.consentRecord.create({
    data: {
      ...own,
      id: newId(),
      granted,
      bookingId,
      source,
      via: by?.via ?? null,
      staffId: by?.staffId ?? null,
      words: consent.words.slice(0, 500),
      language,
      at,
    },
  });
  await keepRefusals(tx, scope, customerId);
  return true;
}
