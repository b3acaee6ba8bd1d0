import { checkoutPage } from '../checkout-page';
import type { Account, Link } from './account';
import { expireDueLinks, getLink } from './links';
import { failPayment, returnAddress, takeMoney } from './pay';

export type CheckoutAnswer = { status: 200; html: string } | { status: 303; location: string };

const choices = [
  { act: 'pay', label: 'Pay' },
  { act: 'fail', label: 'Fail' },
  { act: 'fail-then-pay', label: 'Fail, and go through after all' },
  { act: 'pay-less', label: 'Pay one rupee less than asked' },
  { act: 'pay-more', label: 'Pay one rupee more than asked' },
] as const;
const late = [{ act: 'pay-late', label: 'Let a payment under way go through late' }] as const;

/** The page behind a link's address. */
export function showCheckout(account: Account, baseUrl: string, linkId: string): CheckoutAnswer {
  expireDueLinks(account, baseUrl);
  return page(getLink(account, linkId));
}

function page(link: Link, note?: string): CheckoutAnswer {
  const open = link.status === 'created' || link.status === 'partially_paid';
  const closed = link.status === 'paid' ? [] : late;
  return {
    status: 200,
    html: checkoutPage({
      title: 'Razorpay stand-in',
      amount: `₹${(link.amount / 100).toFixed(2)}`,
      description: link.description,
      choices: open ? choices : closed,
      note: note ?? (open ? 'No real money moves here.' : `This link is ${link.status}.`),
    }),
  };
}

/** Does what the payer chose. A second click on "Pay" takes nothing and shows the paid page. */
export function actAtCheckout(
  account: Account,
  baseUrl: string,
  linkId: string,
  act: string,
): CheckoutAnswer {
  expireDueLinks(account, baseUrl);
  const link = getLink(account, linkId);
  const open = link.status === 'created' || link.status === 'partially_paid';
  if (!open && act !== 'pay-late') return page(link);
  if (act === 'fail') {
    failPayment(account, link);
    return page(link, 'The payment failed. You can try again.');
  }
  const amountPaise = link.amount + ({ 'pay-less': -100, 'pay-more': 100 }[act] ?? 0);
  const retry = act === 'fail-then-pay' ? { retryOf: failPayment(account, link).id } : {};
  const payment = takeMoney(account, baseUrl, link, { amountPaise, ...retry });
  const location = payment && open ? returnAddress(account, link, payment) : null;
  return location === null ? page(link) : { status: 303, location };
}
