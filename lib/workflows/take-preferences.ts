import { recordConsent, type Consent } from '../customers/commands/record-consent';
import { findByIdentity, getCustomer } from '../customers/queries';
import type { Tx } from '../db/client';
import { publish } from '../live/publish';
import type { PreferencesUpdate } from '../messaging/types';
import { getBusiness } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import { findThreadCustomer } from '../threads/queries';
import { meetCustomer } from './meet-customer';
import type { World } from './types';

/**
 * Stores what customers said at WhatsApp's own switch for marketing messages. Somebody unknown who wants none becomes a
 * customer who wants none: otherwise it would be forgotten before they first write. Safe to repeat.
 */
export async function takePreferences(
  tx: Tx,
  world: Pick<World, 'clock' | 'markOf'>,
  scope: BusinessScope,
  { purpose, changes }: PreferencesUpdate,
): Promise<void> {
  for (const { sender, granted, at, detail } of changes) {
    const [known] = await findByIdentity(tx, scope, sender);
    if (!known && granted) continue;
    const { id, language } = known ?? (await meetCustomer(tx, world, scope, sender));
    await store(tx, scope, {
      ...{ customerId: id, purpose, granted, at, source: 'whatsapp', words: detail },
      language: language ?? (await getBusiness(tx, scope)).defaultLanguage,
    });
  }
}

/** Meta's code for a customer who has stopped marketing messages of this business. Source: reference 4.3. */
const stoppedMarketing = 131050;

/**
 * A message that failed because its reader has stopped marketing messages at WhatsApp: they want no offers. True where the
 * failure was that one.
 */
export async function takeRefusedOffer(
  tx: Tx,
  world: Pick<World, 'clock'>,
  scope: BusinessScope,
  { threadId, code }: { threadId: string; code: number | undefined },
): Promise<boolean> {
  if (code !== stoppedMarketing) return false;
  const customerId = await findThreadCustomer(tx, scope, threadId);
  if (customerId === null) return true;
  const { language } = await getCustomer(tx, scope, customerId);
  await store(tx, scope, {
    ...{ customerId, purpose: 'offers', granted: false, at: world.clock.now() },
    ...{ source: 'send-error', words: `Meta ${String(stoppedMarketing)}` },
    language: language ?? (await getBusiness(tx, scope)).defaultLanguage,
  });
  return true;
}

async function store(tx: Tx, scope: BusinessScope, consent: Consent): Promise<void> {
  if (await recordConsent(tx, scope, consent))
    await publish(tx, scope, { kind: 'customers', id: consent.customerId });
}
