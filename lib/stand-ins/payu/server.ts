import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerJson, type Fault, readBody, type Running, serve, stumble } from '../http';
import { type Misbehaviour, WebhookPost } from '../webhook-post';
import { Account, type Fields, type PayuOptions } from './account';
import { atHosted, atLink, fieldsOfLink } from './checkout';
import { answerLinks, answerToken } from './links-api';
import { takeMoney } from './pay';
import { answerCommand } from './post-service';

/** What tests do behind the API's back. */
export type PayuControl = {
  /** The next API calls, sign-ins aside, run into these, one each. */
  faults(...faults: Fault[]): void;
  misbehave(change: Partial<Misbehaviour>): void;
  releaseWebhooks(): void;
  settled(): Promise<void>;
  /** Names of everything told so far. */
  told(): string[];
  /** Takes money on a link in any state; gives the payment's id. */
  payLink(invoiceNumber: string): string;
  /** Takes money on a hosted checkout that was under way. */
  payHosted(fields: Fields, paise: number): string;
  settleRefund(requestId: string, status: 'SUCCESS' | 'FAILURE'): void;
  account: Account;
};

export type RunningPayu = Running & { control: PayuControl };

/**
 * Starts the stand-in for all of PayU's hosts, on loopback: post-service, sign-in, Payment Links with their page at
 * `/pay/…`, and the hosted checkout at `/_payment`. It shares no code with the adapter. Throws when the port is taken.
 */
export async function startPayu(options: PayuOptions): Promise<RunningPayu> {
  const post = new WebhookPost(options.webhookUrl, options.retryDelaysMs ?? [1_000, 5_000]);
  const account = new Account(options, post);
  const faults: Fault[] = [];
  const running = await serve(options.port, async (request, response) => {
    const baseUrl = `http://${request.headers.host ?? '127.0.0.1'}`;
    const url = new URL(request.url ?? '/', baseUrl);
    const body = await readBody(request);
    const [first = '', ...rest] = url.pathname.split('/').filter(Boolean);
    if (first === 'pay' || first === '_payment') answerPayer(account, request, response, first, rest, body);
    else if (first === 'oauth') {
      const { status, body: told } = answerToken(account, new URLSearchParams(body));
      answerJson(response, status, told);
    } else if (!stumble(faults.shift(), response))
      answerCall(account, baseUrl, request, response, url, [first, ...rest], body);
  });
  return {
    url: running.url,
    control: controlOf(account, faults),
    close: async () => {
      post.close();
      await running.close();
    },
  };
}

const fieldsIn = (body: string): Fields => Object.fromEntries(new URLSearchParams(body));

function answerPayer(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  first: string,
  [invoice = '']: string[],
  body: string,
): void {
  const link = account.links.get(invoice);
  if (first === 'pay' && !link) {
    answer(response, 404, 'text/plain', 'No such link');
    return;
  }
  const act = request.method === 'POST' ? new URLSearchParams(body).get('act') : null;
  const { status, html } = link ? atLink(account, link, act) : atHosted(account, fieldsIn(body));
  answer(response, status, 'text/html', html);
}

function answerCall(
  account: Account,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  [first = '', ...rest]: string[],
  body: string,
): void {
  if (first === 'payment-links') {
    const { status, body: told } = answerLinks(account, baseUrl, request, rest, body);
    answerJson(response, status, told);
  } else if (first === 'merchant' && /^postservice(\.php)?$/.test(rest[0] ?? '')) {
    // Anything but JSON is PHP's own notation, which nobody here reads.
    if (url.searchParams.get('form') === '2')
      answerJson(response, 200, answerCommand(account, fieldsIn(body)));
    else answer(response, 200, 'text/html', 'a:1:{s:6:"status";i:0;}');
  } else answer(response, 404, 'text/html', '<html><body>404 Not Found</body></html>');
}

const controlOf = (account: Account, faults: Fault[]): PayuControl => ({
  account,
  faults: (...next) => {
    faults.push(...next);
  },
  misbehave: (change) => {
    account.post.misbehaviour = { ...account.post.misbehaviour, ...change };
  },
  releaseWebhooks: () => {
    account.post.release();
  },
  settled: () => account.post.settled(),
  told: () => account.post.told.map(({ name }) => name),
  payLink: (invoiceNumber) => {
    const link = account.links.get(invoiceNumber);
    if (!link) throw new Error(`No link ${invoiceNumber}`);
    return takeMoney(account, fieldsOfLink(account, link), link.amountPaise).mihpayid;
  },
  payHosted: (fields, paise) => takeMoney(account, fields, paise).mihpayid,
  settleRefund: (requestId, status) => {
    const refund = account.refunds.find((each) => each.requestId === requestId);
    if (!refund) throw new Error(`No refund ${requestId}`);
    refund.status = status;
  },
});
