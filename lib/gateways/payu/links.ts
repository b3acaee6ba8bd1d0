import { ok } from '../../kernel/result';
import { isRefusal, ofRead, outcomeUnknown, refused } from '../outcome';
import { repeat } from '../repeat';
import type { Cancelled, GatewayLink, LinkRequest, Outcome } from '../types';
import { faultOf, notesOf } from './checkout-form';
import { isUuid } from '../../kernel/uuid';
import { codeOf, referenceOf } from './codes';
import type { Desk } from './desk';
import { instantOf, istDateOf, istOf } from './ist';
import type { LinksApi } from './links-api';
import { verifyPayments } from './post-service';
import { linkStatus } from './read';
import { paiseOf, rupeesOf } from './rupees';
import { linkSchema, linkTransactionsSchema, type PayuLink } from './schema';

// A link's id is its invoice number, which is its reference in other letters.

const dayMs = 24 * 60 * 60_000;
/** Longer than any attempt to pay can be under way. */
const searchedDays = 30;

/** See PaymentGateway.createLink. Source: payments reference 2.7. */
export async function createLink(
  desk: Desk,
  api: LinksApi,
  request: LinkRequest,
): Promise<Outcome<GatewayLink>> {
  const fault = faultOf(request, desk.now());
  return fault ?? repeat(() => createOnce(desk, api, request), desk.pause);
}

async function createOnce(desk: Desk, api: LinksApi, request: LinkRequest): Promise<Outcome<GatewayLink>> {
  const made = await api('POST', '/payment-links', bodyOf(request));
  if (made.ok) {
    const link = linkSchema.safeParse(made.value).data;
    const url = link?.paymentLink ?? null;
    if (url !== null) return ok(openLink(request, url));
  } else if (!isRefusal(made, 'duplicate') && made.reason !== 'outcome-unknown') return made;
  // Lost, unreadable or taken: the link that is there is what counts.
  const found = await findLink(desk, api, request.reference);
  if (!found.ok) return outcomeUnknown(`Looking for the link: ${found.detail}`);
  if (found.value === null) return outcomeUnknown(made.ok ? 'A link that cannot be read' : made.detail);
  if (found.value.amountPaise === request.amountPaise) return ok(found.value);
  return refused('duplicate', 'The reference belongs to a link of another amount');
}

const openLink = (request: LinkRequest, url: string): GatewayLink => ({
  id: codeOf(request.reference),
  reference: request.reference,
  url,
  amountPaise: request.amountPaise,
  currency: 'INR',
  status: 'open',
  payments: [],
});

/** PayU writes to nobody, takes one payment and no part of it. */
const bodyOf = (request: LinkRequest): object => ({
  // A number by contract; read from exact text, never reckoned with.
  subAmount: Number(rupeesOf(request.amountPaise)),
  currency: 'INR',
  description: request.description,
  source: 'API',
  invoiceNumber: codeOf(request.reference),
  transactionId: codeOf(request.reference),
  expiryDate: istOf(request.expiresAt),
  maxPaymentsAllowed: 1,
  isAmountFilledByCustomer: false,
  isPartialPaymentAllowed: false,
  viaEmail: false,
  viaSms: false,
  viaWhatsapp: false,
  successURL: request.pageUrl,
  failureURL: request.pageUrl,
  customer: {
    name: request.payer.name,
    email: request.payer.email,
    ...(request.payer.phone === undefined ? {} : { phone: request.payer.phone }),
  },
  udf: notesOf(request),
});

/** See PaymentGateway.findLink. */
export async function findLink(
  desk: Desk,
  api: LinksApi,
  reference: string,
): Promise<Outcome<GatewayLink | null>> {
  if (!isUuid(reference)) return ok(null);
  const link = await fetchLink(desk, api, codeOf(reference));
  return isRefusal(link, 'not-found') ? ok(null) : link;
}

/** See PaymentGateway.fetchLink. What was paid is what `verify_payment` says. */
export async function fetchLink(desk: Desk, api: LinksApi, linkId: string): Promise<Outcome<GatewayLink>> {
  return ofRead(await repeat(() => fetchOnce(desk, api, linkId), desk.pause));
}

async function fetchOnce(desk: Desk, api: LinksApi, linkId: string): Promise<Outcome<GatewayLink>> {
  const path = `/payment-links/${encodeURIComponent(linkId)}`;
  const answer = await api('GET', path);
  if (!answer.ok) return answer;
  const link = linkSchema.safeParse(answer.value).data;
  if (!link) return outcomeUnknown('A link that cannot be read');
  const txnids = await transactionsOf(desk, api, path);
  if (!txnids.ok) return txnids;
  // Whether a link's payment carries our own id is not documented: both are asked for.
  const known = [...new Set([linkId, ...txnids.value])];
  const verified = await verifyPayments(desk.http, desk.connection, known);
  if (!verified.ok) return verified;
  const payments = verified.value.map(({ payment }) => payment);
  const amountPaise = paiseOf(link.totalAmount ?? link.subAmount);
  return ok({
    id: linkId,
    reference: referenceOf(linkId),
    url: link.paymentLink ?? null,
    amountPaise,
    currency: 'INR',
    status: linkStatus(payments, amountPaise, closedAs(link, desk.now())),
    payments: payments.map(({ id, amountPaise: paid, currency, status, method }) => ({
      id,
      amountPaise: paid,
      currency,
      status,
      method,
    })),
  });
}

/** The documents name this path in two ways. Source: payments reference 2.7. */
async function transactionsOf(desk: Desk, api: LinksApi, path: string): Promise<Outcome<string[]>> {
  const from = istDateOf(new Date(desk.now().getTime() - searchedDays * dayMs));
  const to = istDateOf(new Date(desk.now().getTime() + dayMs));
  const query = `pageSize=100&dateFrom=${from}&dateTo=${to}`;
  const first = await api('GET', `${path}/txns?${query}`);
  const answer = isRefusal(first, 'not-found') ? await api('GET', `${path}/transactions?${query}`) : first;
  if (!answer.ok) return isRefusal(answer, 'not-found') ? ok([]) : answer;
  const rows = linkTransactionsSchema.safeParse(answer.value).data?.data ?? [];
  return ok(rows.flatMap((row) => (row.merchantReferenceId ? [row.merchantReferenceId] : [])));
}

function closedAs(link: PayuLink, now: Date): 'cancelled' | 'expired' | null {
  const status = link.status?.toLowerCase() ?? '';
  const ends = instantOf(link.expiryDate);
  if (status.includes('cancel')) return 'cancelled';
  if (status.includes('expired') || (ends !== null && ends <= now)) return 'expired';
  return link.active === false ? 'cancelled' : null;
}

/** See PaymentGateway.cancelLink. PayU does not say that it refuses a paid link: money is looked for before and after. */
export async function cancelLink(desk: Desk, api: LinksApi, linkId: string): Promise<Outcome<Cancelled>> {
  const before = await fetchLink(desk, api, linkId);
  if (!before.ok) return before;
  if (before.value.status !== 'open') return ok({ kind: kindOf(before.value, true), link: before.value });
  const path = `/payment-links/${encodeURIComponent(linkId)}`;
  const deleted = await api('DELETE', path);
  // Older accounts know no DELETE.
  const answer =
    isRefusal(deleted, 'not-found') || isRefusal(deleted, 'invalid')
      ? await api('PUT', path, { active: false })
      : deleted;
  if (!answer.ok && answer.reason === 'refused' && !isRefusal(answer, 'invalid')) return answer;
  const after = await fetchLink(desk, api, linkId);
  if (!after.ok) return outcomeUnknown(`Cancelling: ${after.detail}`);
  if (after.value.status === 'open') return outcomeUnknown('The link is still open after it was cancelled');
  return ok({ kind: kindOf(after.value, false), link: after.value });
}

function kindOf({ status }: GatewayLink, wasClosed: boolean): Cancelled['kind'] {
  if (status === 'paid' || status === 'partly-paid') return 'already-paid';
  return wasClosed || status === 'expired' ? 'already-closed' : 'cancelled';
}
