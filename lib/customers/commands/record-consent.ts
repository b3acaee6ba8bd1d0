import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { CustomerId } from '../../kernel/ids';
import type { Language } from '../../kernel/local-text';
import type { BusinessScope } from '../../tenancy/types';

export type Consent = {
  customerId: CustomerId;
  purpose: 'own-bookings' | 'reminders' | 'offers';
  granted: boolean;
  source: 'chat';
  /** The customer's own words, at most 500 characters are kept. */
  words: string;
  language: Language;
  now: Date;
};

/** Appends an opt-in or opt-out. The newest record of a purpose is what holds. */
export async function recordConsent(tx: Tx, scope: BusinessScope, consent: Consent): Promise<void> {
  const { now, words, ...rest } = consent;
  await tx.consentRecord.create({
    data: { ...rest, businessId: scope.businessId, id: newId(), at: now, words: words.slice(0, 500) },
  });
}
