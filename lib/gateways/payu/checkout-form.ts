import { ok } from '../../kernel/result';
import { refused } from '../outcome';
import type { CheckoutForm, LinkRequest, Outcome, PayuConnection } from '../types';
import { isUuid } from '../../kernel/uuid';
import { codeOf } from './codes';
import { requestHash } from './hash';
import { rupeesOf } from './rupees';

/** PayU documents none; a link that ends within a minute is of no use to anybody. */
export const minimumLinkMs = 60_000;

const maximumNote = 255;

/** The hash joins fields by pipes: one inside a name would move the others. */
const plain = (text: string): string => text.replaceAll('|', ' ').slice(0, maximumNote);

/** Why nothing may be asked for, or null. Source: payments reference 2.3. */
export function faultOf(request: LinkRequest, now: Date): Outcome<never> | null {
  const { amountPaise, reference, bookingCode, expiresAt, pageUrl } = request;
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 100)
    return refused('invalid', 'The amount must be whole paise, 100 or more');
  if (!isUuid(reference)) return refused('invalid', 'The reference must be a UUID');
  if (bookingCode.length > maximumNote) return refused('invalid', 'The booking code is too long');
  if (!/^https?:\/\//.test(pageUrl)) return refused('invalid', 'The return page must be a web address');
  if (!(expiresAt.getTime() - now.getTime() >= minimumLinkMs))
    return refused('expires-too-soon', 'A link must live for a minute or more');
  return null;
}

/** Our notes on a payment, signed with it: the booking, the attempt and what was asked for. */
export const notesOf = (request: LinkRequest): Record<'udf1' | 'udf2' | 'udf3', string> => ({
  udf1: plain(request.bookingCode),
  udf2: request.reference,
  udf3: String(request.amountPaise),
});

/**
 * The form that a payer's browser posts to the hosted checkout. PayU posts the outcome to `/back` beneath the payment's page: a post
 * from another site, which brings no session along. Source: payments reference 2.3.
 */
export function checkoutForm(
  connection: PayuConnection,
  request: LinkRequest,
  now: Date,
): Outcome<CheckoutForm> {
  const fault = faultOf(request, now);
  if (fault) return fault;
  const { name, phone, email } = request.payer;
  const signed: Record<string, string> = {
    key: connection.merchantKey,
    txnid: codeOf(request.reference),
    amount: rupeesOf(request.amountPaise),
    productinfo: plain(request.description),
    firstname: plain(name),
    email: plain(email),
    ...notesOf(request),
  };
  const hash = requestHash((field) => signed[field] ?? '', connection.salt);
  // A page cannot be posted to; the address beneath it can.
  const back = `${request.pageUrl}/back`;
  const rest = { phone: phone ?? '', surl: back, furl: back, hash };
  return ok({ action: `${connection.checkoutUrl}/_payment`, fields: { ...signed, ...rest } });
}
