import { z } from 'zod';
import { ChannelFailure, type SendReceipt, type SendRequest } from '../types';
import { checkContact } from './contacts';
import { unknownContactCodes } from './failures';
import { call, type OnPremLine } from './line';
import { render } from './render';
import type { OnPremConnection } from './sessions';

const receiptSchema = z.looseObject({
  messages: z.tuple([z.looseObject({ id: z.string().min(1) })], z.unknown()),
});

/**
 * Sends one message. Whoever has written to us is known; a number that the webapp does not know is looked up and then
 * written to, which is worth a call only when it says so. Accepted is not delivered: that comes as a status. Throws
 * ChannelFailure. Source: Meta, On-Premises API, "Messages".
 */
export async function send(
  line: OnPremLine,
  connection: OnPremConnection,
  request: SendRequest,
): Promise<SendReceipt> {
  const json = render(connection, request);
  try {
    return await post(line, connection, json);
  } catch (error) {
    const { waId } = request.to;
    const stranger =
      error instanceof ChannelFailure &&
      error.providerCode !== undefined &&
      unknownContactCodes.includes(error.providerCode);
    if (!stranger || waId === undefined) throw error;
    const known = await checkContact(line, connection, waId);
    return { ...(await post(line, connection, { ...json, to: known })), waId: known };
  }
}

async function post(line: OnPremLine, connection: OnPremConnection, json: object): Promise<SendReceipt> {
  const answer = await call(line, connection, { method: 'POST', path: 'messages', json });
  const { data } = receiptSchema.safeParse(answer);
  if (!data) throw new ChannelFailure('unknown-outcome', 'A success without a message id');
  return { externalId: data.messages[0].id };
}
