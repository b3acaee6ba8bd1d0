import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { Outcome, PaymentFee, PaymentRange } from '../types';
import type { Desk } from './desk';
import { istDateOf } from './ist';
import { command } from './post-service';
import { partOfRupees } from './rupees';
import { settledSchema } from './schema';

const dayMs = 86_400_000;
const pageSize = 2_000;
const mostPages = 20;

/**
 * See PaymentGateway.listFees. PayU tells what it kept, and the tax on it, with what it settles, day by day of India; its test
 * accounts settle nothing and have no such command, which is then no fees.
 * Source: PayU, "Get Settlement Details API" (`get_settlement_details`).
 */
export async function listFees(desk: Desk, { from, until }: PaymentRange): Promise<Outcome<PaymentFee[]>> {
  const fees: PaymentFee[] = [];
  for (const day of daysOf(from, until)) {
    for (let page = 1; page <= mostPages; page += 1) {
      const variables = { var1: day, var2: String(page), var3: String(pageSize) };
      const answer = await repeat(
        () => command(desk.http, desk.connection, 'get_settlement_details', variables),
        desk.pause,
      );
      if (!answer.ok) return ofRead(answer);
      const rows = rowsOf(answer.value.Txn_details);
      fees.push(...rows.flatMap(readFee));
      if (rows.length < pageSize) break;
    }
  }
  return ok(fees);
}

/** A list, or the same by numbers that begin with 1. */
const rowsOf = (told: unknown): unknown[] =>
  Array.isArray(told) ? told : typeof told === 'object' && told !== null ? Object.values(told) : [];

/** Refunds are settled, too: what was kept of a payment stands beside its capture. */
function readFee(row: unknown): PaymentFee[] {
  const settled = settledSchema.safeParse(row).data;
  if (!settled?.payuid || settled.requestaction?.toLowerCase() !== 'capture') return [];
  const fee = partOfRupees(settled.mer_service_fee);
  if (fee === null) return [];
  return [
    { paymentId: settled.payuid, feePaise: Math.round(fee + (partOfRupees(settled.mer_service_tax) ?? 0)) },
  ];
}

function daysOf(from: Date, until: Date): string[] {
  const days: string[] = [];
  for (let at = from.getTime(); at < until.getTime(); at += dayMs) days.push(istDateOf(new Date(at)));
  const last = istDateOf(new Date(until.getTime() - 1));
  return days.includes(last) ? days : [...days, last];
}
