import { checkoutPage } from '../checkout-page';
import { type Account, type Fields, type Link, rupees, type Transaction } from './account';
import { failPayment, takeMoney, told } from './pay';
import { formHash } from './sign';

export type CheckoutAnswer = { status: number; html: string };

const choices = [
  { act: 'pay', label: 'Pay' },
  { act: 'fail', label: 'Fail' },
  { act: 'fail-then-pay', label: 'Fail, and go through after all' },
  { act: 'pay-less', label: 'Pay one rupee less than asked' },
  { act: 'pay-more', label: 'Pay one rupee more than asked' },
] as const;
const late = [{ act: 'pay-late', label: 'Let a payment under way go through late' }] as const;

const page = (
  paise: number,
  description: string,
  acts: readonly { act: string; label: string }[],
  note: string,
  fields: Fields = {},
  status = 200,
): CheckoutAnswer => ({
  status,
  html: checkoutPage({
    title: 'PayU stand-in',
    amount: `₹${rupees(paise)}`,
    description,
    choices: acts,
    note,
    fields,
  }),
});

/** Posts the outcome on to the merchant's page, as PayU makes the browser do. */
const sendBack = (account: Account, url: string, transaction: Transaction): CheckoutAnswer => ({
  status: 200,
  html: checkoutPage({
    title: 'PayU stand-in',
    amount: `₹${rupees(transaction.paidPaise)}`,
    description: 'Back to the merchant',
    choices: [{ act: 'return', label: 'Go on' }],
    fields: told(account, transaction),
    action: url,
  }),
});

function pay(account: Account, fields: Fields, paise: number, act: string): Transaction {
  const wrongBy = { 'pay-less': -100, 'pay-more': 100 }[act] ?? 0;
  const failed = act === 'fail-then-pay' ? failPayment(account, fields, paise) : undefined;
  return takeMoney(account, fields, paise + wrongBy, failed);
}

/** What a link's payment is sent with. */
export const fieldsOfLink = (account: Account, link: Link): Fields => ({
  key: account.options.merchantKey,
  txnid: link.transactionId,
  amount: rupees(link.amountPaise),
  productinfo: link.description,
  firstname: link.customer.name,
  email: link.customer.email,
  phone: link.customer.phone,
  ...link.udf,
  link: link.invoiceNumber,
});

/** The page behind a link; `act` is what the payer chose. A second click takes nothing. */
export function atLink(account: Account, link: Link, act: string | null): CheckoutAnswer {
  const { amountPaise, description } = link;
  const paid = account.collectedOn(link) > 0;
  const ended = link.expiresAt !== null && link.expiresAt <= account.now().getTime();
  const open = link.active && !ended && !paid;
  if (!open && act !== 'pay-late')
    return page(
      amountPaise,
      description,
      paid ? [] : late,
      paid ? 'This link is paid.' : 'This link is closed.',
    );
  if (act === null) return page(amountPaise, description, choices, 'No real money moves here.');
  const fields = fieldsOfLink(account, link);
  if (act === 'fail') return sendBack(account, link.failureUrl, failPayment(account, fields, amountPaise));
  return sendBack(account, link.successUrl, pay(account, fields, amountPaise, act));
}

const required = ['key', 'txnid', 'amount', 'productinfo', 'firstname', 'email', 'surl', 'furl', 'hash'];

/** The hosted checkout: takes the merchant's form, and with `act` what the payer chose. Source: reference 2.3. */
export function atHosted(account: Account, form: Fields): CheckoutAnswer {
  const { act, ...sent } = form;
  const refuse = (why: string): CheckoutAnswer => page(0, 'Error', [], why, {}, 400);
  const missing = required.find((name) => (sent[name] ?? '') === '');
  if (missing !== undefined) return refuse(`Mandatory parameter missing: ${missing}`);
  if (sent.key !== account.options.merchantKey) return refuse('Invalid merchant key');
  if (sent.hash !== formHash(sent, account.options.salt))
    return refuse('Incorrectly calculated hash parameter');
  if ((sent.txnid ?? '').length > 25) return refuse('Invalid txnid');
  if (!/^\d+\.\d\d$/.test(sent.amount ?? '')) return refuse('Invalid amount');
  if (account.transactionOf(sent.txnid ?? '')?.status === 'success') return refuse('Duplicate transaction');
  const paise = Number((sent.amount ?? '').replace('.', ''));
  if (act === undefined)
    return page(paise, sent.productinfo ?? '', choices, 'No real money moves here.', sent);
  if (act === 'fail') return sendBack(account, sent.furl ?? '', failPayment(account, sent, paise));
  return sendBack(account, sent.surl ?? '', pay(account, sent, paise, act));
}
