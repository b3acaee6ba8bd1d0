import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { randomId } from '../random-id';
import { type Account, indianTime, type Link, rupees } from './account';

/** An answer of Payment Links: its HTTP status and body. */
export type LinkAnswer = { status: number; body: unknown };

const money = z
  .number()
  .min(1)
  .max(10_000_000)
  .refine((rupee) => Number.isInteger(Math.round(rupee * 1e6) / 1e4));

const createSchema = z.looseObject({
  subAmount: money,
  description: z.string().min(1),
  source: z.literal('API'),
  currency: z.literal('INR').optional(),
  invoiceNumber: z
    .string()
    .regex(/^[A-Za-z0-9]+$/)
    .max(50),
  transactionId: z.string().max(25).optional(),
  expiryDate: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    .optional(),
  maxPaymentsAllowed: z.literal(1),
  isPartialPaymentAllowed: z.literal(false),
  successURL: z.string().optional(),
  failureURL: z.string().optional(),
  customer: z.strictObject({ name: z.string(), email: z.string().regex(/@/), phone: z.string().optional() }),
  udf: z.record(z.enum(['udf1', 'udf2', 'udf3', 'udf4', 'udf5']), z.string().max(255).optional()).optional(),
});

const good = (result: unknown): LinkAnswer => ({
  status: 200,
  body: { status: 0, message: 'ok', result, errorCode: null, guid: null },
});
const bad = (status: number, message: string): LinkAnswer => ({
  status,
  body: { status: -1, message, result: null, errorCode: null, guid: null },
});

/** Signs in a client. Source: payments reference 2.7. */
export function answerToken(account: Account, form: URLSearchParams): LinkAnswer {
  const { links } = account.options;
  const right =
    links !== null &&
    form.get('client_id') === links.clientId &&
    form.get('client_secret') === links.clientSecret &&
    form.get('grant_type') === 'client_credentials' &&
    (form.get('scope') ?? '').includes('create_payment_links');
  if (!right) return { status: 401, body: { error: 'invalid_client' } };
  const token = randomId(40);
  account.tokens.set(token, account.now().getTime() + 3_600_000);
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: form.get('scope') },
  };
}

/** Answers one call of Payment Links. */
export function answerLinks(
  account: Account,
  baseUrl: string,
  request: IncomingMessage,
  path: string[],
  body: string,
): LinkAnswer {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const isSignedIn = (account.tokens.get(token) ?? 0) > account.now().getTime();
  if (!isSignedIn || request.headers.merchantid !== account.options.links?.merchantId)
    return bad(401, 'Unauthorized');
  const [invoice, inner] = path;
  if (request.method === 'POST' && invoice === undefined) return create(account, baseUrl, body);
  const link = account.links.get(invoice ?? '');
  if (!link) return bad(404, 'Payment link not found');
  if (request.method === 'GET' && inner === 'txns') return good({ data: transactions(account, link) });
  if (request.method === 'GET' && inner === undefined) return good(show(account, baseUrl, link));
  if (request.method === 'DELETE' || (request.method === 'PUT' && /"active":\s*false/.test(body)))
    return close(account, baseUrl, link);
  return bad(404, 'No such call');
}

function create(account: Account, baseUrl: string, body: string): LinkAnswer {
  const parsed = createSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return bad(400, `Invalid ${parsed.error.issues[0]?.path.join('.') ?? 'body'}`);
  const given = parsed.data;
  if (account.links.has(given.invoiceNumber))
    return bad(200, 'Invoice Number already exists. Please enter new invoice number.');
  const expiresAt =
    given.expiryDate === undefined ? null : Date.parse(`${given.expiryDate.replace(' ', 'T')}+05:30`);
  if (expiresAt !== null && expiresAt <= account.now().getTime()) return bad(400, 'Invalid expiryDate');
  const link: Link = {
    invoiceNumber: given.invoiceNumber,
    transactionId:
      account.options.namesLinkPayments === true || given.transactionId === undefined
        ? randomId(20)
        : given.transactionId,
    amountPaise: Math.round(given.subAmount * 100),
    description: given.description,
    customer: { ...given.customer, phone: given.customer.phone ?? '' },
    udf: Object.fromEntries(Object.entries(given.udf ?? {}).map(([name, value]) => [name, value ?? ''])),
    active: true,
    expiresAt,
    successUrl: given.successURL ?? '',
    failureUrl: given.failureURL ?? '',
  };
  account.links.set(link.invoiceNumber, link);
  return good(show(account, baseUrl, link));
}

const show = (account: Account, baseUrl: string, link: Link): object => ({
  subAmount: link.amountPaise / 100,
  tax: 0,
  shippingCharge: 0,
  totalAmount: link.amountPaise / 100,
  totalAmountCollected: account.collectedOn(link) / 100,
  invoiceNumber: link.invoiceNumber,
  paymentLink: `${baseUrl}/pay/${link.invoiceNumber}`,
  description: link.description,
  active: link.active,
  isPartialPaymentAllowed: false,
  expiryDate: link.expiresAt === null ? null : indianTime(new Date(link.expiresAt)),
  udf: link.udf,
});

const transactions = (account: Account, link: Link): object[] =>
  account.transactions
    .filter(({ fields }) => fields.link === link.invoiceNumber)
    .map((each) => ({
      createdOn: `${indianTime(each.addedAt)}.0`,
      transactionId: each.mihpayid,
      merchantReferenceId: each.fields.txnid,
      settledAmount: Number(rupees(each.paidPaise)),
      status: each.status,
      mode: 'UPI',
      bankCode: 'UPI',
    }));

function close(account: Account, baseUrl: string, link: Link): LinkAnswer {
  if (account.collectedOn(link) > 0) return bad(400, 'A paid link cannot be changed');
  if (!link.active) return bad(400, 'A cancelled link cannot be changed');
  link.active = false;
  return good(show(account, baseUrl, link));
}
