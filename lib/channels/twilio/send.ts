import { z } from 'zod';
import type { HttpClient } from '../http/http-client';
import { ChannelFailure, type SendReceipt, type SendRequest } from '../types';
import { accountUrl, call, type TwilioConnection } from './call';
import type { ContentFinder } from './content-finder';
import { kindOfRefusal } from './failures';
import { render } from './render';

const receiptSchema = z.looseObject({
  sid: z.string().min(1),
  status: z.string().optional().catch(undefined),
  error_code: z.number().int().nullable().optional().catch(undefined),
  error_message: z.string().nullable().optional().catch(undefined),
});

/**
 * Sends one message; its id is Twilio's own, WhatsApp's is never told. Accepted is not delivered: that comes as a status,
 * and also after `unknown-outcome`. Throws ChannelFailure. Source: Twilio, Messages resource.
 */
export async function send(
  http: HttpClient,
  findContent: ContentFinder,
  connection: TwilioConnection,
  request: SendRequest,
): Promise<SendReceipt> {
  const { message } = request;
  const content = message.kind === 'template' ? await findContent(connection, message) : null;
  const form = render(connection, request, content);
  const answer = await call(http, connection, {
    method: 'POST',
    url: `${accountUrl(connection)}/Messages.json`,
    form,
  });
  const { data } = receiptSchema.safeParse(answer);
  if (!data) throw new ChannelFailure('unknown-outcome', 'A success without a message id');
  if (data.status === 'failed' && data.error_code != null)
    throw new ChannelFailure(
      kindOfRefusal(400, data.error_code),
      `Code ${data.error_code}: ${data.error_message ?? 'no explanation'}`.slice(0, 500),
      data.error_code,
    );
  return { externalId: data.sid };
}
