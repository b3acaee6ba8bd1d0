import { z } from 'zod';
import { describeBreach } from '../../messaging/breach';
import { checkMessage } from '../../messaging/check-message';
import type { OutboundMessage } from '../../messaging/types';
import type { HttpClient } from '../http/http-client';
import { ChannelFailure, type SendReceipt, type SendRequest } from '../types';
import { call, type GupshupConnection } from './line';
import { paramsOf } from './numbered-places';
import { renderHead, renderMessage } from './render';
import type { TemplateIds } from './template-ids';

const receiptSchema = z.looseObject({ messageId: z.string().min(1).max(512) });

/**
 * Sends one message. The receipt's id is Gupshup's own, by which its statuses are matched. Nothing of ours comes back in
 * them, so after `unknown-outcome` nothing tells whether it went. An answer to a message of theirs cannot be shown as one.
 * Throws ChannelFailure; a success that cannot be read is `unknown-outcome`.
 * Source: Gupshup, "Send session messages", "Send template messages".
 */
export async function send(
  http: HttpClient,
  templateIds: TemplateIds,
  connection: GupshupConnection,
  request: SendRequest,
): Promise<SendReceipt> {
  const { message } = request;
  const answer = await call(http, connection, {
    method: 'POST',
    ...(message.kind === 'template'
      ? {
          path: '/wa/api/v1/template/msg',
          form: await renderTemplate(connection, templateIds, request.to, message),
        }
      : { path: '/wa/api/v1/msg', form: renderMessage(connection, { ...request, message }) }),
  });
  const { data } = receiptSchema.safeParse(answer);
  if (!data) throw new ChannelFailure('unknown-outcome', 'A success without a message id');
  return { externalId: data.messageId };
}

async function renderTemplate(
  connection: GupshupConnection,
  templateIds: TemplateIds,
  to: SendRequest['to'],
  message: Extract<OutboundMessage, { kind: 'template' }>,
): Promise<Record<string, string>> {
  const breaches = checkMessage(message).map(describeBreach);
  if (breaches.length > 0)
    throw new ChannelFailure('rejected', `Against WhatsApp's limits: ${breaches.join('; ')}`);
  const head = renderHead(connection, to);
  const id = await templateIds(connection, message);
  // Without a payload a button comes back as its own label.
  const payloads = (message.buttons ?? []).flatMap((button) =>
    button.type === 'quick-reply' ? { index: button.index, text: button.payload } : [],
  );
  return {
    ...head,
    template: JSON.stringify({ id, params: paramsOf(message) }),
    ...(payloads.length > 0 && { postbackTexts: JSON.stringify(payloads) }),
  };
}
