import type { Sender } from '../../messaging/types';
import type { Contact } from './schema';
import { withoutUndefined } from './without-undefined';

type Ids = { waId: string | undefined; bsuid: string | undefined };

/** The contact card of a webhook that speaks of this person; a lone card does unless its ids say otherwise. */
export function contactOf(contacts: readonly Contact[], { waId, bsuid }: Ids): Contact | undefined {
  const exact = contacts.find(
    (contact) =>
      (bsuid !== undefined && contact.user_id === bsuid) || (waId !== undefined && contact.wa_id === waId),
  );
  if (exact || contacts.length !== 1) return exact;
  const [only] = contacts;
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  return differs(only?.user_id, bsuid) || differs(only?.wa_id, waId) ? undefined : only;
}

/** Everything known about the person, the message's own ids before the card's; null when nobody is named. */
export function senderOf({ waId, bsuid }: Ids, contact: Contact | undefined): Sender | null {
  const sender = withoutUndefined({
    waId: waId ?? contact?.wa_id,
    bsuid: bsuid ?? contact?.user_id,
    username: contact?.profile?.username,
    profileName: contact?.profile?.name,
  });
  return sender.waId === undefined && sender.bsuid === undefined ? null : sender;
}
