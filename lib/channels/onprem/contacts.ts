import { z } from 'zod';
import { ChannelFailure } from '../types';
import { call, type OnPremLine } from './line';
import type { OnPremConnection } from './sessions';

const contactsSchema = z.looseObject({
  contacts: z.tuple(
    [z.looseObject({ status: z.string(), wa_id: z.string().regex(/^\d+$/).optional().catch(undefined) })],
    z.unknown(),
  ),
});

/**
 * The WhatsApp id behind a number, which makes it known to the webapp: one that never wrote to us has to be asked for before
 * it is written to. Throws ChannelFailure, `unreachable` for a number that is not on WhatsApp.
 * Source: Meta, On-Premises API, "Contacts".
 */
export async function checkContact(
  line: OnPremLine,
  connection: OnPremConnection,
  waId: string,
): Promise<string> {
  const answer = await call(line, connection, {
    method: 'POST',
    path: 'contacts',
    json: { blocking: 'wait', contacts: [`+${waId}`], force_check: true },
  });
  const [contact] = contactsSchema.safeParse(answer).data?.contacts ?? [];
  if (contact?.status === 'valid') return contact.wa_id ?? waId;
  if (contact?.status === 'processing')
    throw new ChannelFailure('unavailable', 'The number is still being looked up');
  throw new ChannelFailure('unreachable', 'The number is not on WhatsApp', 1013);
}
