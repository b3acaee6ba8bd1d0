import { z } from 'zod';
import { ChannelFailure, type SendReceipt, type SendRequest } from '../types';
import { call, type MetaLine } from './line';
import { render } from './render';
import { withoutUndefined } from './without-undefined';

const digits = z.string().regex(/^\d+$/).optional().catch(undefined);

const receiptSchema = z.looseObject({
  messages: z.tuple([z.looseObject({ id: z.string().min(1) })], z.unknown()),
  contacts: z
    .array(z.looseObject({ wa_id: digits, user_id: z.string().min(1).optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});

/**
 * Sends one message. Accepted is not delivered: that comes as a status. The receipt's `waId` may differ from the number
 * written to and is the one to keep. There is no idempotency key: after `unknown-outcome` a status carrying `opaque`
 * may still tell that it went. Throws ChannelFailure; a success that cannot be read is `unknown-outcome`.
 * Source: Meta, "Sending messages".
 */
export async function send(line: MetaLine, request: SendRequest): Promise<SendReceipt> {
  const answer = await call(line, render(request));
  const { data } = receiptSchema.safeParse(answer);
  if (!data) throw new ChannelFailure('unknown-outcome', 'A success without a message id');
  const [message] = data.messages;
  const [contact] = data.contacts ?? [];
  return { externalId: message.id, ...withoutUndefined({ waId: contact?.wa_id, bsuid: contact?.user_id }) };
}
