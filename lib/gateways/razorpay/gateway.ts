import type { Clock } from '../../kernel/clock';
import { ok } from '../../kernel/result';
import { jitteredPause, type Pause } from '../repeat';
import type { PaymentGateway, RazorpayConnection } from '../types';
import { check } from './check';
import { createClient } from './client';
import { minimumLinkMs } from './limits';
import * as links from './links';
import { fetchRefund, listRefunds, refund } from './money-back';
import { fetchPayment, listSettledPayments } from './payments';
import { listPayouts } from './payouts';
import { parseWebhook, readReturn, verifyWebhook } from './webhook';

const defaultTimeoutMs = 8_000;

/**
 * Razorpay for one merchant account. `timeoutMs` bounds each call; a method makes up to three, and as many to look up
 * what became of a lost one. Throws when the connection has no key id.
 */
export function openRazorpay(
  connection: RazorpayConnection,
  options: { clock: Clock; timeoutMs?: number; pause?: Pause },
): PaymentGateway {
  const client = createClient(connection, options.timeoutMs ?? defaultTimeoutMs);
  const desk = { connection, client, pause: options.pause ?? jitteredPause };
  return {
    minimumLinkMs,
    createLink: (request) => links.createLink(desk, request, options.clock.now()),
    findLink: (reference) => links.findLink(desk, reference),
    fetchLink: (linkId) => links.fetchLink(desk, linkId),
    cancelLink: (linkId) => links.cancelLink(desk, linkId),
    fetchPayment: (paymentId) => fetchPayment(desk, paymentId),
    refund: (request) => refund(desk, request),
    fetchRefund: (query) => fetchRefund(desk, query),
    listRefunds: (paymentId) => listRefunds(desk, paymentId),
    listSettledPayments: (range) => listSettledPayments(desk, range),
    // Each payment tells it itself, once it is captured.
    listFees: () => Promise.resolve(ok(null)),
    listPayouts: (range) => listPayouts(desk, range),
    check: () => check(desk),
    verifyWebhook: (rawBody, headers) => verifyWebhook(connection, rawBody, headers),
    parseWebhook,
    checkoutForm: () => null,
    readReturn: (fields) => readReturn(connection, fields),
  };
}
