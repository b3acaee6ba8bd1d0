import { type Account, type Fields, indianTime, rupees, type Transaction } from './account';
import { answerHash } from './sign';

/** What PayU posts about a transaction: to the payer's browser, and as a webhook. */
export function told(account: Account, transaction: Transaction): Record<string, string> {
  const { fields, paidPaise, mihpayid, status, unmappedstatus, addedAt } = transaction;
  const { link, ...sent } = fields;
  const { salt, links, signsLinksByClientSecret } = account.options;
  const isOfLink = link !== undefined && signsLinksByClientSecret === true;
  const secret = isOfLink ? (links?.clientSecret ?? salt) : salt;
  const signed = { ...sent, status, amount: rupees(paidPaise) };
  return {
    ...signed,
    mihpayid,
    mode: 'UPI',
    unmappedstatus,
    discount: '0.00',
    net_amount_debit: status === 'success' ? rupees(paidPaise) : '0.00',
    addedon: indianTime(addedAt),
    PG_TYPE: 'UPI-PG',
    bank_ref_num: status === 'success' ? '103600000000' : '',
    bankcode: 'UPI',
    error: status === 'success' ? 'E000' : 'E308',
    error_Message: status === 'success' ? 'No Error' : 'Bank was unable to authenticate.',
    hash: answerHash(signed, account.post.misbehaviour.wrongSignature ? 'not the salt' : secret),
  };
}

function tell(account: Account, transaction: Transaction): void {
  account.post.post({
    name: `payment.${transaction.status}`,
    body: new URLSearchParams(told(account, transaction)).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** A try that fails. */
export function failPayment(account: Account, fields: Fields, paise: number): Transaction {
  const transaction: Transaction = {
    mihpayid: account.newNumber(),
    fields,
    paidPaise: paise,
    status: 'failure',
    unmappedstatus: 'failed',
    addedAt: account.now(),
  };
  account.transactions.push(transaction);
  tell(account, transaction);
  return transaction;
}

/** Money comes in: by a new try, or by one that had failed. */
export function takeMoney(
  account: Account,
  fields: Fields,
  paise: number,
  failed?: Transaction,
): Transaction {
  const transaction: Transaction = failed ?? {
    mihpayid: account.newNumber(),
    fields,
    paidPaise: paise,
    status: 'pending',
    unmappedstatus: 'pending',
    addedAt: account.now(),
  };
  if (!failed) account.transactions.push(transaction);
  transaction.status = 'success';
  transaction.unmappedstatus = 'captured';
  tell(account, transaction);
  return transaction;
}
