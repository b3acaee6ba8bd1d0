import { ok } from '../../kernel/result';
import { ofRead, outcomeUnknown, refused } from '../outcome';
import type { Paise } from '../../kernel/money';
import { repeat } from '../repeat';
import type { GatewayRefund, Outcome, RefundQuery, RefundRequest, RefusalKind } from '../types';
import { isUuid } from '../../kernel/uuid';
import { tokenOf } from './codes';
import type { Desk } from './desk';
import { command } from './post-service';
import { readAction } from './read';
import { rupeesOf } from './rupees';
import { actionSchema, type CommandAnswer } from './schema';

const acceptedCodes = [100, 101, 102, 123, 126, 127];
/** The token was used, or the same was asked before: what is there counts. */
const repeatedCodes = [106, 109, 227];
const fiveMinutesMs = 5 * 60_000;
const hourMs = 60 * 60_000;

// Source: payments reference 2.6.
const kindsByCode = new Map<number, RefusalKind>([
  [103, 'invalid'],
  [105, 'not-refundable'],
  [111, 'not-refundable'],
  [113, 'not-refundable'],
  [116, 'not-found'],
  [117, 'not-refundable'],
  [120, 'in-progress'],
  [128, 'not-refundable'],
  // The same amount of the same payment within five minutes.
  [214, 'rate-limited'],
  [225, 'low-balance'],
  // Captured today: not yet.
  [226, 'unavailable'],
  [230, 'not-refundable'],
]);
const waitsByCode = new Map([
  [214, fiveMinutesMs],
  [226, hourMs],
]);

/** See PaymentGateway.refund. The key goes out as token; a token that was used leads to the refund it made. */
export async function refund(desk: Desk, request: RefundRequest): Promise<Outcome<GatewayRefund>> {
  const { paymentId, amountPaise, key } = request;
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 100)
    return refused('invalid', 'A refund must be whole paise, 100 or more');
  if (!isUuid(key)) return refused('invalid', 'A refund key is a UUID');
  return repeat(async () => {
    const answer = await command(desk.http, desk.connection, 'cancel_refund_transaction', {
      var1: paymentId,
      var2: tokenOf(key),
      var3: rupeesOf(amountPaise),
    });
    return answer.ok ? ofAnswer(desk, request, answer.value) : answer;
  }, desk.pause);
}

async function ofAnswer(
  desk: Desk,
  request: RefundRequest,
  answer: CommandAnswer,
): Promise<Outcome<GatewayRefund>> {
  const { paymentId, amountPaise, key } = request;
  const { error_code: code, request_id: id, msg } = answer;
  const accepted = answer.status === 1 || (code != null && acceptedCodes.includes(code));
  if (accepted && id) return ok({ id, paymentId, amountPaise, status: 'pending', key, bankReference: null });
  if (accepted) return outcomeUnknown('A refund without a number');
  const detail = `Code ${code ?? 'none'}: ${(msg ?? 'no explanation').slice(0, 200)}`;
  if (code != null && repeatedCodes.includes(code)) return earlier(desk, request, detail);
  const kind = code == null ? 'invalid' : (kindsByCode.get(code) ?? 'invalid');
  return refused(kind, detail, code == null ? undefined : waitsByCode.get(code));
}

async function earlier(desk: Desk, request: RefundRequest, detail: string): Promise<Outcome<GatewayRefund>> {
  const found = await fetchRefund(desk, { ...request, refundId: null });
  if (!found.ok) return outcomeUnknown(`${detail}; ${found.detail}`);
  if (found.value.amountPaise === request.amountPaise) return found;
  return refused('duplicate', 'The key belongs to a refund of another amount');
}

/** See PaymentGateway.fetchRefund. Without a number the payment's refunds are searched for the token. */
export async function fetchRefund(desk: Desk, query: RefundQuery): Promise<Outcome<GatewayRefund>> {
  const { paymentId, key, refundId } = query;
  const answer = await actionsOf(
    desk,
    refundId === null ? { var1: paymentId, var2: 'payuid' } : { var1: refundId },
  );
  if (!answer.ok) return answer;
  const found = answer.value.find((each) => (refundId === null ? each.key === key : each.id === refundId));
  return found ? ok(found) : refused('not-found', 'PayU does not know this refund');
}

/** See PaymentGateway.listRefunds. */
export const listRefunds = (desk: Desk, paymentId: string): Promise<Outcome<GatewayRefund[]>> =>
  actionsOf(desk, { var1: paymentId, var2: 'payuid' });

async function actionsOf(
  desk: Desk,
  variables: { var1: string; var2?: string },
): Promise<Outcome<GatewayRefund[]>> {
  const answer = await repeat(
    () => command(desk.http, desk.connection, 'check_action_status', variables),
    desk.pause,
  );
  return answer.ok ? ok(rowsOf(answer.value)) : ofRead(answer);
}

/**
 * What has gone back or is on its way back of a payment, also by refunds made on PayU's own pages; null where PayU gives no
 * answer or a refund has no readable amount. Source: payments reference 2.6, `check_action_status` by payment.
 */
export async function refundedOf(desk: Desk, paymentId: string): Promise<Paise | null> {
  const variables = { var1: paymentId, var2: 'payuid' };
  const answer = await repeat(
    () => command(desk.http, desk.connection, 'check_action_status', variables),
    desk.pause,
  );
  if (!answer.ok) return null;
  let sum = 0;
  for (const { status, amountPaise } of rowsOf(answer.value)) {
    if (status === 'failed') continue;
    if (amountPaise === null) return null;
    sum += amountPaise;
  }
  return sum;
}

/** Rows are kept under the number asked for, each under its own; a text stands where there are none. */
const rowsOf = ({ transaction_details: details }: CommandAnswer): GatewayRefund[] =>
  Object.values(details ?? {})
    .flatMap((group): unknown[] => (typeof group === 'object' && group !== null ? Object.values(group) : []))
    .flatMap((row) => {
      const { data } = actionSchema.safeParse(row);
      return data && data.action !== 'capture' ? [readAction(data)] : [];
    });
