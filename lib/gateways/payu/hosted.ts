import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { Cancelled, GatewayLink, LinkRequest, Outcome } from '../types';
import { faultOf } from './checkout-form';
import { isUuid } from '../../kernel/uuid';
import { codeOf, referenceOf } from './codes';
import type { Desk } from './desk';
import { verifyPayments } from './post-service';
import { linkStatus } from './read';

// Without Payment Links the link is our own page, which posts `checkoutForm` on: nothing is at PayU until somebody pays.

/** See PaymentGateway.createLink. Asks PayU nothing. */
export function createLink(desk: Desk, request: LinkRequest): Outcome<GatewayLink> {
  return (
    faultOf(request, desk.now()) ??
    ok({
      id: codeOf(request.reference),
      reference: request.reference,
      url: request.pageUrl,
      amountPaise: request.amountPaise,
      currency: 'INR',
      status: 'open',
      payments: [],
    })
  );
}

/** See PaymentGateway.findLink. */
export async function findLink(desk: Desk, reference: string): Promise<Outcome<GatewayLink | null>> {
  if (!isUuid(reference)) return ok(null);
  const link = await fetchLink(desk, codeOf(reference));
  return link.ok && link.value.payments.length === 0 ? ok(null) : link;
}

/** See PaymentGateway.fetchLink. What was asked for comes back with the payment, signed. */
export async function fetchLink(desk: Desk, linkId: string): Promise<Outcome<GatewayLink>> {
  const verified = await repeat(() => verifyPayments(desk.http, desk.connection, [linkId]), desk.pause);
  if (!verified.ok) return ofRead(verified);
  const payments = verified.value.map(({ payment }) => payment);
  const askedPaise = verified.value[0]?.askedPaise ?? null;
  return ok({
    id: linkId,
    reference: referenceOf(linkId),
    url: null,
    amountPaise: askedPaise,
    currency: 'INR',
    status: linkStatus(payments, askedPaise, null),
    payments,
  });
}

/** See PaymentGateway.cancelLink. Our page is what must stop sending payers on; PayU is only asked about money. */
export async function cancelLink(desk: Desk, linkId: string): Promise<Outcome<Cancelled>> {
  const link = await fetchLink(desk, linkId);
  if (!link.ok) return link;
  if (link.value.status !== 'open') return ok({ kind: 'already-paid', link: link.value });
  return ok({ kind: 'cancelled', link: { ...link.value, status: 'cancelled' } });
}
