import { createHmac } from 'node:crypto';
import { randomId } from '../random-id';
import type { Account, Link, Payment, Refund } from './account';
import { innerOrder, linkInEvent, paymentEntity, refundEntity } from './entities';

type Part = 'payment_link' | 'order' | 'payment' | 'refund';

function tell(account: Account, name: string, parts: Partial<Record<Part, object>>, createdAt: number): void {
  const { webhook } = account.options;
  const body = JSON.stringify({
    entity: 'event',
    account_id: 'acc_STANDINACCOUNT',
    event: name,
    contains: Object.keys(parts),
    payload: Object.fromEntries(Object.entries(parts).map(([part, entity]) => [part, { entity }])),
    created_at: createdAt,
  });
  const secret = account.post.misbehaviour.wrongSignature ? 'not the secret' : (webhook?.secret ?? '');
  account.post.post({
    name,
    body,
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': randomId(14),
      'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'),
    },
  });
}

// In events of links `created_at` is the link's own. Source: payments reference 1.5, trap.

export function tellLink(account: Account, baseUrl: string, link: Link): void {
  tell(account, `payment_link.${link.status}`, { payment_link: linkInEvent(baseUrl, link) }, link.created_at);
}

export function tellLinkPaid(account: Account, baseUrl: string, link: Link, payment: Payment): void {
  const parts = {
    payment_link: linkInEvent(baseUrl, link),
    order: innerOrder(link),
    payment: paymentEntity(payment),
  };
  tell(account, `payment_link.${link.status}`, parts, link.created_at);
}

export function tellPayment(account: Account, payment: Payment): void {
  tell(account, `payment.${payment.status}`, { payment: paymentEntity(payment) }, account.seconds());
}

export function tellRefund(account: Account, what: 'created' | 'processed' | 'failed', refund: Refund): void {
  const payment = account.payments.get(refund.payment_id);
  const parts = { refund: refundEntity(refund), ...(payment ? { payment: paymentEntity(payment) } : {}) };
  tell(account, `refund.${what}`, parts, account.seconds());
}
