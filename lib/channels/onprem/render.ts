import { limits } from '../../messaging/limits';
import { numberedText } from '../../messaging/numbered';
import { render as renderForMeta } from '../meta/render';
import type { Json } from '../meta/storable';
import { ChannelFailure, type SendRequest } from '../types';
import type { OnPremConnection } from './sessions';

type Payload = { [key: string]: Json };

/**
 * The exact body a webapp wants: Meta's, without the product's name, to a WhatsApp id. It has buttons and lists; a link
 * goes as text with its address, since link buttons came after it. Throws ChannelFailure `rejected`, before anything is
 * sent, where a limit is broken, nobody is named that it can know, or it has no such message.
 * Source: Meta, On-Premises API, "Messages"; "Migrating from On-Premises to Cloud".
 */
export function render({ namespace }: OnPremConnection, request: SendRequest): Payload {
  const { to, message } = request;
  if (message.kind === 'order' || message.kind === 'order-status')
    throw new ChannelFailure('rejected', 'The On-Premises API has no messages that are paid inside WhatsApp');
  const body = renderForMeta(request);
  // It ended before there were user ids.
  if (to.waId === undefined || !('to' in body))
    throw new ChannelFailure('rejected', 'The On-Premises API reaches phone numbers only');
  const { template, ...rest } = message.kind === 'link' ? renderLink(request) : body;
  delete rest['messaging_product'];
  return {
    ...rest,
    to: to.waId,
    ...(isFields(template) && {
      template: {
        ...template,
        ...(namespace !== undefined && { namespace }),
        language: { policy: 'deterministic', code: message.kind === 'template' ? message.language : '' },
      },
    }),
  };
}

const isFields = (value: Json | undefined): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renderLink(request: SendRequest): Payload {
  const { message } = request;
  if (message.kind !== 'link') return renderForMeta(request);
  const body = numberedText(message, limits.textBody, { pick: '' });
  return renderForMeta({ ...request, message: { kind: 'text', body } });
}
