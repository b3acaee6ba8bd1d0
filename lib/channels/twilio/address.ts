import type { Recipient } from '../../messaging/types';
import { ChannelFailure } from '../types';

const prefix = 'whatsapp:';

/** A WhatsApp address as Twilio writes it: a number with its plus, or a business-scoped user id. */
export function addressOf({ waId, bsuid }: Recipient): string {
  if (waId !== undefined && /^\d{5,20}$/.test(waId)) return `${prefix}+${waId}`;
  if (bsuid !== undefined && bsuid !== '') return prefix + bsuid;
  throw new ChannelFailure('rejected', 'The recipient has neither a phone number nor a user id');
}

/** Whom such an address names; an id is never taken for a number nor the other way round. */
export function personAt(address: string | undefined): { waId?: string; bsuid?: string } {
  const [, name = ''] = /^whatsapp:(.{1,256})$/.exec(address?.trim() ?? '') ?? [];
  // A plus that was not escaped in a form reads as a blank.
  const [, waId] = /^[+ ]?(\d{5,20})$/.exec(name) ?? [];
  if (waId !== undefined) return { waId };
  return /^[A-Z]{2}\.\S+$/.test(name) ? { bsuid: name } : {};
}
