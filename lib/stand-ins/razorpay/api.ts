import type { IncomingMessage } from 'node:http';
import type { Account } from './account';
import { linkEntity, paymentEntity, refundEntity } from './entities';
import { cancelLink, createLink, expireDueLinks, getLink } from './links';
import { noSuchId, Refusal } from './refusal';
import { refund } from './refunds';
import { settlementsOf } from './settlements';

/** Answers one API call; throws Refusal. `path` is what follows `/v1/`. */
export function answerApi(
  account: Account,
  baseUrl: string,
  request: IncomingMessage,
  path: string[],
  body: string,
): unknown {
  signIn(account, request.headers.authorization);
  expireDueLinks(account, baseUrl);
  const query = new URL(request.url ?? '/', baseUrl).searchParams;
  const [noun, id, verb, innerId] = path;
  const call = [request.method, noun, id === undefined ? '' : ':id', verb ?? ''].join(' ');
  const show = (link: ReturnType<typeof getLink>) => linkEntity(account, baseUrl, link);
  switch (call) {
    case 'POST payment_links  ':
      return show(createLink(account, parse(body)));
    case 'GET payment_links  ':
      return { payment_links: listLinks(account, query).map(show) };
    case 'GET payment_links :id ':
      return show(getLink(account, id ?? ''));
    case 'POST payment_links :id cancel':
      return show(cancelLink(account, baseUrl, id ?? ''));
    case 'GET payments  ':
      return collection(page(account.payments.values(), query).map(paymentEntity));
    case 'GET payments :id ':
      return paymentEntity(found(account.payments.get(id ?? '')));
    case 'POST payments :id refund':
      return refundEntity(refund(account, id ?? '', body, keyOf(request)));
    case 'GET payments :id refunds': {
      found(account.payments.get(id ?? ''));
      const all = account.refundsOf(id ?? '');
      if (innerId !== undefined) return refundEntity(found(all.find((each) => each.id === innerId)));
      return collection(page(all, query).map(refundEntity));
    }
    case 'GET settlements  ':
      return collection(page(settlementsOf(account), query));
    case 'GET refunds :id ':
      return refundEntity(found(account.refunds.get(id ?? '')));
    default:
      throw new Refusal('The requested URL was not found on the server.', 404);
  }
}

function signIn(account: Account, header: string | undefined): void {
  const { keyId, keySecret } = account.options;
  // The scheme word is case-sensitive. Source: payments reference 1.1.
  const given = /^Basic (.+)$/.exec(header ?? '')?.[1];
  if (given !== Buffer.from(`${keyId}:${keySecret}`).toString('base64'))
    throw new Refusal('The api {key/secret} provided is invalid', 401);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('The request body is not valid JSON');
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw noSuchId();
  return value;
}

function keyOf(request: IncomingMessage): string | null {
  const key = request.headers['x-refund-idempotency'];
  return typeof key === 'string' ? key : null;
}

const collection = (items: unknown[]): object => ({ entity: 'collection', count: items.length, items });

function listLinks(account: Account, query: URLSearchParams): ReturnType<typeof getLink>[] {
  const reference = query.get('reference_id');
  const payment = account.payments.get(query.get('payment_id') ?? '');
  return [...account.links.values()].filter(
    (each) =>
      (reference === null || each.reference_id === reference) &&
      (query.get('payment_id') === null || each.id === payment?.linkId),
  );
}

/** Newest first, as Razorpay lists; ten unless asked, a hundred at most. */
function page<T extends { created_at: number }>(all: Iterable<T>, query: URLSearchParams): T[] {
  const number = (name: string, otherwise: number): number => Number(query.get(name) ?? otherwise);
  const count = number('count', 10);
  if (!(count >= 1 && count <= 100)) throw new Refusal('The count must be between 1 and 100.', 400, 'count');
  const skip = number('skip', 0);
  return [...all]
    .filter(({ created_at: at }) => at >= number('from', 0) && at <= number('to', Number.MAX_SAFE_INTEGER))
    .reverse()
    .slice(skip, skip + count);
}
