import type { Clock } from '../../kernel/clock';
import { ok } from '../../kernel/result';
import { jitteredPause, type Pause } from '../repeat';
import type { PaymentGateway, PayuConnection } from '../types';
import { check } from './check';
import { checkoutForm, minimumLinkMs } from './checkout-form';
import * as hosted from './hosted';
import { listFees } from './fees';
import { createHttp } from '../http';
import * as links from './links';
import { createLinksApi } from './links-api';
import { fetchRefund, listRefunds, refund } from './money-back';
import { fetchPayment, listSettledPayments } from './payments';
import { parseWebhook, readReturn, verifyWebhook } from './webhook';

const defaultTimeoutMs = 8_000;

/**
 * PayU for one merchant account: Payment Links where it has them, else the hosted checkout behind our own page.
 * `timeoutMs` bounds each call; a method makes up to three of each it needs.
 */
export function openPayu(
  connection: PayuConnection,
  options: { clock: Clock; timeoutMs?: number; pause?: Pause },
): PaymentGateway {
  const http = createHttp(options.timeoutMs ?? defaultTimeoutMs);
  const now = () => options.clock.now();
  const desk = { connection, http, pause: options.pause ?? jitteredPause, now };
  const api = connection.links ? createLinksApi(http, connection.links, now) : null;
  return {
    minimumLinkMs,
    createLink: (request) =>
      api ? links.createLink(desk, api, request) : Promise.resolve(hosted.createLink(desk, request)),
    findLink: (reference) => (api ? links.findLink(desk, api, reference) : hosted.findLink(desk, reference)),
    fetchLink: (linkId) => (api ? links.fetchLink(desk, api, linkId) : hosted.fetchLink(desk, linkId)),
    cancelLink: (linkId) => (api ? links.cancelLink(desk, api, linkId) : hosted.cancelLink(desk, linkId)),
    fetchPayment: (paymentId) => fetchPayment(desk, paymentId),
    refund: (request) => refund(desk, request),
    fetchRefund: (query) => fetchRefund(desk, query),
    listRefunds: (paymentId) => listRefunds(desk, paymentId),
    listSettledPayments: (range) => listSettledPayments(desk, range),
    listFees: (range) => listFees(desk, range),
    // Of what reached the bank as one sum PayU tells in none of the pages we have.
    listPayouts: () => Promise.resolve(ok(null)),
    check: () => check(desk, api),
    verifyWebhook: (rawBody, headers) => verifyWebhook(connection, rawBody, headers),
    parseWebhook,
    // What it tells of refunds is not signed, of disputes perhaps not.
    unsignedTopics: ['refund', 'dispute'],
    checkoutForm: (request) => (api ? null : checkoutForm(connection, request, now())),
    readReturn: (fields) => readReturn(connection, fields),
  };
}
