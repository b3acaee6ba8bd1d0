import { ok } from '../../kernel/result';
import { refused } from '../outcome';
import type { LinkRequest, Outcome } from '../types';
import * as limits from './limits';

export type LinkBody = {
  amount: number;
  currency: 'INR';
  accept_partial: false;
  reference_id: string;
  description: string;
  customer: { name: string; contact?: string };
  expire_by: number;
  notify: { sms: false; email: false };
  reminder_enable: false;
  notes: { booking: string; reference: string };
  callback_url: string;
  callback_method: 'get';
};

/**
 * The body that creates a link, or why none may be sent. Razorpay itself writes to nobody and takes no part payments;
 * its reminder is off. The link's end is rounded up to the second, so that it never ends before the hold.
 * Source: payments reference 1.2.
 */
export function linkBody(request: LinkRequest, now: Date): Outcome<LinkBody> {
  const fault = faultOf(request, now);
  if (fault) return fault;
  const { name, phone } = request.payer;
  return ok({
    amount: request.amountPaise,
    currency: 'INR',
    accept_partial: false,
    reference_id: request.reference,
    description: request.description,
    // The address is left out: ours may be a placeholder, and Razorpay would keep it.
    customer: { name, ...(phone === undefined ? {} : { contact: phone }) },
    expire_by: Math.ceil(request.expiresAt.getTime() / 1000),
    notify: { sms: false, email: false },
    reminder_enable: false,
    notes: { booking: request.bookingCode, reference: request.reference },
    callback_url: request.pageUrl,
    callback_method: 'get',
  });
}

function faultOf(request: LinkRequest, now: Date): Outcome<never> | null {
  const { amountPaise, reference, description, bookingCode, expiresAt, pageUrl } = request;
  if (!Number.isSafeInteger(amountPaise) || amountPaise < limits.minimumPaise)
    return refused('invalid', 'The amount must be whole paise, 100 or more');
  if (reference === '' || reference.length > limits.maximumReference)
    return refused('invalid', 'The reference must have 1 to 40 characters');
  if (description.length > limits.maximumDescription)
    return refused('invalid', 'The description must have at most 2048 characters');
  if (bookingCode.length > limits.maximumNote)
    return refused('invalid', 'The booking code must have at most 255 characters');
  if (!/^https?:\/\//.test(pageUrl)) return refused('invalid', 'The return page must be a web address');
  const lifeMs = expiresAt.getTime() - now.getTime();
  if (!(lifeMs >= limits.minimumLinkMs))
    return refused('expires-too-soon', 'A link must live for 15 minutes or more');
  if (lifeMs > limits.maximumLinkMs) return refused('invalid', 'A link may live for six months at most');
  return null;
}
