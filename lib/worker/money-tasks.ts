import type { Jobs } from '../db/add-job';
import { checkPayment } from '../workflows/money/check-payment';
import { closePayment } from '../workflows/money/close-payment';
import { endPayment } from '../workflows/money/end-payment';
import { sendRefund } from '../workflows/money/follow-refund';
import { handleGatewayEvent } from '../workflows/money/handle-gateway-event';
import { nudgePayment } from '../workflows/money/nudge-payment';
import { openPayment } from '../workflows/money/open-payment';
import { reconcile } from '../workflows/money/reconcile';
import type { World } from '../workflows/types';

type MoneyJob =
  | 'open-payment'
  | 'check-payment'
  | 'nudge-payment'
  | 'end-payment'
  | 'close-payment'
  | 'handle-gateway-event'
  | 'send-refund'
  | 'reconcile';

const work: { [Name in MoneyJob]: (world: World, payload: Jobs[Name]) => Promise<void> } = {
  'open-payment': openPayment,
  'check-payment': checkPayment,
  'nudge-payment': nudgePayment,
  'end-payment': endPayment,
  'close-payment': closePayment,
  'handle-gateway-event': handleGatewayEvent,
  'send-refund': sendRefund,
  reconcile,
};

const names = Object.keys(work) as MoneyJob[];

/** Payloads are written by our own statements, typed by `Jobs`. */
export const runMoneyJob = (world: World, name: MoneyJob, payload: unknown): Promise<void> =>
  (work[name] as (world: World, payload: unknown) => Promise<void>)(world, payload);

/** What the background process does about payments, by job name. */
export const moneyTasks = (world: World): Record<MoneyJob, (payload: unknown) => Promise<void>> =>
  Object.fromEntries(
    names.map((name) => [name, (payload: unknown) => runMoneyJob(world, name, payload)]),
  ) as Record<MoneyJob, (payload: unknown) => Promise<void>>;
