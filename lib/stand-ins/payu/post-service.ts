import { type Account, type Fields, indianTime, type Refund, rupees, type Transaction } from './account';
import { commandHash } from './sign';

type Answer = Record<string, unknown>;

const no = (msg: string, code?: number): Answer => ({
  status: 0,
  msg,
  ...(code === undefined ? {} : { error_code: code }),
});

/** Answers one command of the post-service. Source: payments reference 2.5 and 2.6. */
export function answerCommand(account: Account, form: Fields): Answer {
  const { key = '', command = '', var1 = '', hash = '' } = form;
  if (key !== account.options.merchantKey) return no('Invalid key');
  if (hash !== commandHash(key, command, var1, account.options.salt)) return no('Invalid Hash.');
  if (var1 === '') return no('Parameter missing');
  switch (command) {
    case 'verify_payment':
      return verify(account, var1.split('|'));
    case 'check_payment': {
      const found = account.transactions.find(({ mihpayid }) => mihpayid === var1);
      const details = found ? row(found) : { mihpayid: 'Not Found', status: 'Not Found' };
      return { status: found ? 1 : 0, msg: 'Transaction Fetched', transaction_details: { [var1]: details } };
    }
    case 'get_Transaction_Details':
      return list(account, var1, form.var2 ?? '');
    case 'get_settlement_details':
      return settled(account, var1, form);
    case 'cancel_refund_transaction':
      return refund(account, form);
    case 'check_action_status':
      return actions(account, var1, form.var2 === 'payuid');
    default:
      return no('Invalid command');
  }
}

function verify(account: Account, txnids: string[]): Answer {
  const found = txnids.map((txnid) => [txnid, account.transactionOf(txnid)] as const);
  const count = found.filter(([, transaction]) => transaction).length;
  return {
    status: count > 0 ? 1 : 0,
    msg: `${count} out of ${txnids.length} Transactions Fetched Successfully`,
    transaction_details: Object.fromEntries(
      found.map(([txnid, transaction]) => [
        txnid,
        transaction ? row(transaction) : { mihpayid: 'Not Found', status: 'Not Found' },
      ]),
    ),
  };
}

const row = ({ mihpayid, fields, paidPaise, status, unmappedstatus, addedAt }: Transaction): Answer => ({
  mihpayid,
  request_id: '',
  bank_ref_num: status === 'success' ? '103600000000' : null,
  amt: rupees(paidPaise),
  transaction_amount: rupees(paidPaise),
  txnid: fields.txnid,
  additional_charges: '0.00',
  productinfo: fields.productinfo,
  firstname: fields.firstname,
  bankcode: 'UPI',
  udf1: fields.udf1,
  udf2: fields.udf2,
  udf3: fields.udf3,
  udf4: fields.udf4,
  udf5: fields.udf5,
  error_code: status === 'success' ? 'E000' : 'E308',
  addedon: indianTime(addedAt),
  net_amount_debit: status === 'success' ? rupees(paidPaise) : '0.00',
  disc: '0.00',
  mode: 'UPI',
  PG_TYPE: 'UPI-PG',
  status,
  unmappedstatus,
});

function list(account: Account, from: string, to: string): Answer {
  if (![from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))) return no('Invalid date format');
  const rows = account.transactions
    .filter(({ addedAt }) => {
      const day = indianTime(addedAt).slice(0, 10);
      return day >= from && day <= to;
    })
    .map(({ mihpayid, fields, paidPaise, unmappedstatus, addedAt }) => ({
      id: mihpayid,
      status: unmappedstatus,
      key: fields.key,
      txnid: fields.txnid,
      firstname: fields.firstname,
      addedon: indianTime(addedAt),
      amount: rupees(paidPaise),
      transaction_fee: rupees(paidPaise),
      mode: 'UPI',
      bank_ref_no: '103600000000',
      udf1: fields.udf1,
    }));
  return { status: 1, msg: 'Transaction Fetched Successfully', Transaction_details: rows };
}

const dayMs = 86_400_000;

/** What PayU keeps: two per cent, and 18 per cent tax on that. */
const feeOf = (paise: number): number => paise * 0.02;

/** Payments are settled two days after they came, their fees to five places; the rows are numbered from 1, as PayU's are. */
function settled(account: Account, day: string, { var2 = '1', var3 = '2000' }: Fields): Answer {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return no('Invalid date format');
  const all = account.transactions.filter(
    ({ unmappedstatus, addedAt }) =>
      unmappedstatus === 'captured' &&
      indianTime(new Date(addedAt.getTime() + 2 * dayMs)).slice(0, 10) === day &&
      addedAt.getTime() + 2 * dayMs <= account.now().getTime(),
  );
  const size = Number(var3);
  const page = all.slice((Number(var2) - 1) * size, Number(var2) * size);
  const rupeeParts = (paise: number): string => (paise / 100).toFixed(5);
  const rows = page.map(({ mihpayid, fields, paidPaise, addedAt }) => ({
    payuid: mihpayid,
    txnid: fields.txnid,
    txndate: indianTime(addedAt),
    mode: 'UPI',
    amount: rupees(paidPaise),
    requestid: '9586840660',
    requestaction: 'capture',
    requestamount: rupees(paidPaise),
    mer_utr: 'UTR2021081112345',
    mer_service_fee: rupeeParts(feeOf(paidPaise)),
    mer_service_tax: rupeeParts(feeOf(paidPaise) * 0.18),
    mer_net_amount: rupeeParts(paidPaise - feeOf(paidPaise) * 1.18),
  }));
  return {
    status: 1,
    msg: `${String(all.length)} transactions settled on ${day}`,
    Txn_details: Object.fromEntries(rows.map((row, place) => [String(place + 1), row])),
  };
}

const fiveMinutesMs = 300_000;

function refund(account: Account, { var1 = '', var2 = '', var3 = '' }: Fields): Answer {
  if (var2 === '' || var2.length > 23) return no('Invalid token', 103);
  if (account.refunds.some(({ token }) => token === var2)) return no('Token already used', 106);
  const transaction = account.transactions.find(({ mihpayid }) => mihpayid === var1);
  if (!transaction) return no('Transaction not found', 116);
  if (transaction.unmappedstatus !== 'captured') return no('Invalid transaction status', 111);
  if (!/^\d+\.\d\d$/.test(var3)) return no('Invalid amount', 105);
  const paise = Number(var3.replace('.', ''));
  if (paise < 1 || paise > transaction.paidPaise - account.refundedOf(var1)) return no('Invalid amount', 105);
  const now = account.now();
  const isRepeat = (each: Refund): boolean =>
    each.mihpayid === var1 && each.paise === paise && now.getTime() - each.madeAt.getTime() < fiveMinutesMs;
  if (account.refunds.some(isRepeat)) return no('Same amount on the same transaction within 5 minutes', 214);
  if (paise > account.balancePaise) return no('Refund overdraft limit reached', 225);
  const made: Refund = {
    requestId: account.newNumber().slice(0, 9),
    mihpayid: var1,
    token: var2,
    paise,
    status: account.refundsWait ? 'QUEUED' : 'SUCCESS',
    madeAt: now,
  };
  account.refunds.push(made);
  account.balancePaise -= paise;
  return {
    status: 1,
    msg: 'Refund Request Queued',
    request_id: made.requestId,
    bank_ref_num: null,
    mihpayid: var1,
    error_code: 102,
  };
}

function actions(account: Account, asked: string, byPayment: boolean): Answer {
  const rows = account.refunds.filter((each) => (byPayment ? each.mihpayid : each.requestId) === asked);
  if (rows.length === 0)
    return {
      ...no('0 out of 1 Transactions Fetched Successfully'),
      transaction_details: { [asked]: 'No action status found' },
    };
  return {
    status: 1,
    msg: '1 out of 1 Transactions Fetched Successfully',
    transaction_details: {
      [asked]: Object.fromEntries(
        rows.map((each) => [
          each.requestId,
          {
            mihpayid: each.mihpayid,
            bank_ref_num: each.status === 'SUCCESS' ? '527013524405' : null,
            request_id: each.requestId,
            amt: rupees(each.paise),
            mode: 'UPI',
            action: 'refund',
            token: each.token,
            status: each.status,
            bank_arn: null,
          },
        ]),
      ),
    },
  };
}
