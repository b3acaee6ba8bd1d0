import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerJson, readBody, serve, stumble, type Fault, type Running } from '../http';
import { type Misbehaviour, WebhookPost } from '../webhook-post';
import { Account, type RazorpayOptions, type Refund } from './account';
import { answerApi } from './api';
import { actAtCheckout, type CheckoutAnswer, showCheckout } from './checkout';
import { expireDueLinks, getLink } from './links';
import { failPayment, takeMoney } from './pay';
import { Refusal } from './refusal';
import { settleRefund } from './refunds';

/** What tests do behind the API's back. */
export type RazorpayControl = {
  /** The next API calls run into these, one each. */
  faults(...faults: Fault[]): void;
  misbehave(change: Partial<Misbehaviour>): void;
  releaseWebhooks(): void;
  settled(): Promise<void>;
  /** Names of everything told so far. */
  told(): string[];
  /** Takes money on a link in any state; gives the payment's id. */
  pay(linkId: string, options?: { amountPaise?: number; currency?: string; retryOf?: string }): string | null;
  fail(linkId: string): string;
  expireDue(): void;
  account: Account;
  settleRefund(refundId: string, status: 'processed' | 'failed'): void;
};

export type RunningRazorpay = Running & { control: RazorpayControl };

const expiryJobMs = 5_000;

/**
 * Starts the stand-in for api.razorpay.com with its checkout page at `/pay/…`, on loopback. It shares no code with the
 * adapter, which it judges. Throws when the port is taken.
 */
export async function startRazorpay(options: RazorpayOptions): Promise<RunningRazorpay> {
  const post = new WebhookPost(options.webhook?.url ?? null, options.retryDelaysMs ?? [1_000, 5_000, 30_000]);
  const account = new Account(options, post);
  const faults: Fault[] = [];
  const running = await serve(options.port, async (request, response) => {
    const baseUrl = `http://${request.headers.host ?? '127.0.0.1'}`;
    const path = new URL(request.url ?? '/', baseUrl).pathname.split('/').filter(Boolean);
    const body = await readBody(request);
    if (path[0] === 'pay') {
      answerCheckout(account, baseUrl, request, response, path[1] ?? '', body);
      return;
    }
    if (stumble(faults.shift(), response)) return;
    answerCall(account, baseUrl, request, response, path, body);
  });
  const job = setInterval(() => {
    expireDueLinks(account, running.url);
  }, expiryJobMs).unref();
  return {
    url: running.url,
    control: controlOf(account, running.url, faults),
    close: async () => {
      clearInterval(job);
      post.close();
      await running.close();
    },
  };
}

function answerCall(
  account: Account,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  [version, ...path]: string[],
  body: string,
): void {
  try {
    if (version !== 'v1') throw new Refusal('The requested URL was not found on the server.', 404);
    answerJson(response, 200, answerApi(account, baseUrl, request, path, body));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    answerJson(response, refusal.status, refusal.body());
  }
}

function answerCheckout(
  account: Account,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  linkId: string,
  body: string,
): void {
  if (!account.links.has(linkId)) {
    answer(response, 404, 'text/plain', 'No such link');
    return;
  }
  const act = new URLSearchParams(body).get('act') ?? '';
  const result: CheckoutAnswer =
    request.method === 'POST'
      ? actAtCheckout(account, baseUrl, linkId, act)
      : showCheckout(account, baseUrl, linkId);
  if (result.status === 200) answer(response, 200, 'text/html', result.html);
  else response.writeHead(303, { Location: result.location }).end();
}

const controlOf = (account: Account, baseUrl: string, faults: Fault[]): RazorpayControl => ({
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
  pay: (linkId, options) => takeMoney(account, baseUrl, getLink(account, linkId), options)?.id ?? null,
  fail: (linkId) => failPayment(account, getLink(account, linkId)).id,
  expireDue: () => {
    expireDueLinks(account, baseUrl);
  },
  settleRefund: (refundId, status) => {
    settleRefund(account, getRefund(account, refundId), status);
  },
});

function getRefund(account: Account, refundId: string): Refund {
  const refund = account.refunds.get(refundId);
  if (!refund) throw new Error(`No refund ${refundId}`);
  return refund;
}
