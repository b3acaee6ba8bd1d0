import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerJson, readBody, serve, stumble, type Fault, type Running } from '../http';
import { answerTamilFont, tamilFontFile } from '../tamil-font';
import { WebhookPost } from '../webhook-post';
import { Account, type AccountOptions } from './account';
import { answerApi } from './api';
import { actAtCheckout, showCheckout, unknownLink } from './checkout';
import type { Language } from './checkout-words';
import { takeArrived } from './late';
import { expireDueLinks } from './links';
import { Refusal } from './refusal';

/** The merchants of one stand-in. */
export type Accounts = {
  /** By the key id that a call is made with; null: it is let in nowhere. */
  ofKey(keyId: string): Account | null;
  all(): Iterable<Account>;
  /** What the next API call runs into. */
  nextFault?(): Fault | undefined;
  /** Where browsers reach the checkout, without `/pay/…`; by default where the call came to. */
  publicUrl?: string;
};

const jobMs = 1_000;
const retryDelaysMs = [1_000, 5_000, 30_000];

/** An account with nothing in it. */
export const openAccount = (options: AccountOptions): Account =>
  new Account(options, new WebhookPost(options.webhook?.url ?? null, options.retryDelaysMs ?? retryDelaysMs));

/** Serves the API and the checkout of these merchants on loopback. Throws when the port is taken. */
export async function serveAccounts(port: number, accounts: Accounts): Promise<Running> {
  const running = await serve(port, async (request, response) => {
    const baseUrl = accounts.publicUrl ?? `http://${request.headers.host ?? '127.0.0.1'}`;
    const path = new URL(request.url ?? '/', baseUrl).pathname.split('/').filter(Boolean);
    const body = await readBody(request);
    if (path[0] === 'pay' && path[1] === tamilFontFile) {
      await answerTamilFont(response);
      return;
    }
    if (path[0] === 'pay') {
      answerCheckout(accounts, baseUrl, request, response, path[1] ?? '', body);
      return;
    }
    if (stumble(accounts.nextFault?.(), response)) return;
    answerCall(accounts, baseUrl, request, response, path, body);
  });
  const job = setInterval(() => {
    for (const account of accounts.all()) {
      expireDueLinks(account, accounts.publicUrl ?? running.url);
      takeArrived(account, accounts.publicUrl ?? running.url);
    }
  }, jobMs).unref();
  return {
    url: running.url,
    close: async () => {
      clearInterval(job);
      for (const { post } of accounts.all()) post.close();
      await running.close();
    },
  };
}

function answerCall(
  accounts: Accounts,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  [version, ...path]: string[],
  body: string,
): void {
  try {
    if (version !== 'v1') throw new Refusal('The requested URL was not found on the server.', 404);
    const account = accounts.ofKey(keyIdOf(request));
    if (!account) throw new Refusal('The api {key/secret} provided is invalid', 401);
    answerJson(response, 200, answerApi(account, baseUrl, request, path, body));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    answerJson(response, refusal.status, refusal.body());
  }
}

/** Whether key and secret fit is the account's to say. */
function keyIdOf({ headers }: IncomingMessage): string {
  const given = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return Buffer.from(given, 'base64').toString('utf8').split(':')[0] ?? '';
}

function answerCheckout(
  accounts: Accounts,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  linkId: string,
  body: string,
): void {
  const language = languageOf(request, baseUrl);
  const account = [...accounts.all()].find(({ links }) => links.has(linkId));
  if (!account) {
    answer(response, 404, 'text/html', unknownLink(language));
    return;
  }
  const desk = { account, baseUrl, language };
  const result =
    request.method === 'POST'
      ? actAtCheckout(desk, linkId, new URLSearchParams(body))
      : showCheckout(desk, linkId);
  if (result.status === 200) answer(response, 200, 'text/html', result.html);
  else response.writeHead(303, { Location: result.location }).end();
}

/** As the address says, else as the browser prefers. */
function languageOf(request: IncomingMessage, baseUrl: string): Language {
  const asked = new URL(request.url ?? '/', baseUrl).searchParams.get('lang');
  if (asked === 'ta' || asked === 'en') return asked;
  return /^\s*ta\b/i.test(request.headers['accept-language'] ?? '') ? 'ta' : 'en';
}
