import { z } from 'zod';
import type { PreferencesUpdate } from '../../messaging/types';
import { contactOf, senderOf } from './people';
import { contactSchema, preferenceSchema } from './schema';

const listed = z.looseObject({
  user_preferences: z.array(z.unknown()),
  contacts: z.array(z.unknown()).optional(),
});

/**
 * WhatsApp's own switch for marketing messages, as customers set it; null for any other change of the account. Meta names no
 * other category. Source: Meta, webhooks, user_preferences (reference 2.7).
 */
export function readPreferences(value: unknown): PreferencesUpdate | null {
  const { data } = listed.safeParse(value);
  if (!data) return null;
  const contacts = (data.contacts ?? []).flatMap((one) => {
    const { data: contact } = contactSchema.safeParse(one);
    return contact ? [contact] : [];
  });
  const changes = data.user_preferences.flatMap((one) => {
    const { data: said } = preferenceSchema.safeParse(one);
    const ids = { waId: said?.wa_id, bsuid: said?.user_id };
    const sender = said && senderOf(ids, contactOf(contacts, ids));
    return sender
      ? [{ sender, granted: said.value === 'resume', at: said.timestamp, detail: said.detail ?? '' }]
      : [];
  });
  return { type: 'preferences', purpose: 'offers', changes };
}
