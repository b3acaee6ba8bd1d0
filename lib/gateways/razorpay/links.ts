import type { z } from 'zod';
import { ok } from '../../kernel/result';
import { isRefusal, ofRead, outcomeUnknown, refused } from '../outcome';
import { repeat, type Pause } from '../repeat';
import type { Cancelled, GatewayLink, LinkRequest, Outcome, RazorpayConnection } from '../types';
import { call, type RazorpayClient } from './client';
import { linkBody, type LinkBody } from './link-body';
import { readLink } from './read';
import { linkListSchema, linkSchema } from './schema';

export type Desk = { connection: RazorpayConnection; client: RazorpayClient; pause: Pause };

type RazorpayPaging = { count?: number; skip?: number; reference_id: string };

const ask = <S extends z.ZodType>(desk: Desk, schema: S, run: () => Promise<unknown>) =>
  call(desk.connection, schema, run);

const linkOf = (outcome: Outcome<z.infer<typeof linkSchema>>): Outcome<GatewayLink> =>
  outcome.ok ? ok(readLink(outcome.value)) : outcome;

/** See PaymentGateway.createLink. */
export async function createLink(desk: Desk, request: LinkRequest, now: Date): Promise<Outcome<GatewayLink>> {
  const body = linkBody(request, now);
  if (!body.ok) return body;
  return repeat(() => createOnce(desk, body.value), desk.pause);
}

/** After a lost answer, and where the reference is taken, the link that is there is looked for. */
async function createOnce(desk: Desk, body: LinkBody): Promise<Outcome<GatewayLink>> {
  const made = linkOf(await ask(desk, linkSchema, () => desk.client.sdk.paymentLink.create(body)));
  if (made.ok || !(made.reason === 'outcome-unknown' || isRefusal(made, 'duplicate'))) return made;
  const found = await findLink(desk, body.reference_id);
  // Whatever went wrong with looking, the link itself may be there.
  if (!found.ok) return outcomeUnknown(`${made.detail}; then ${found.detail}`);
  if (found.value === null) return made.reason === 'refused' ? outcomeUnknown(made.detail) : made;
  const { amountPaise, currency } = found.value;
  if (amountPaise === body.amount && currency === body.currency) return ok(found.value);
  return refused('duplicate', 'The reference belongs to a link of another amount');
}

/** See PaymentGateway.findLink. */
export async function findLink(desk: Desk, reference: string): Promise<Outcome<GatewayLink | null>> {
  // The package sends every filter on; its types know paging alone.
  const filter: RazorpayPaging = { reference_id: reference };
  const list = await repeat(
    () => ask(desk, linkListSchema, () => desk.client.sdk.paymentLink.all(filter)),
    desk.pause,
  );
  if (!list.ok) return ofRead(list);
  // Filtered again: an ignored filter would hand us somebody else's link.
  const link = list.value.find((each) => each.reference_id === reference);
  return ok(link ? readLink(link) : null);
}

/** See PaymentGateway.fetchLink. */
export async function fetchLink(desk: Desk, linkId: string): Promise<Outcome<GatewayLink>> {
  const path = encodeURIComponent(linkId);
  return ofRead(
    await repeat(
      async () => linkOf(await ask(desk, linkSchema, () => desk.client.sdk.paymentLink.fetch(path))),
      desk.pause,
    ),
  );
}

/** See PaymentGateway.cancelLink. A refusal since it was paid means that money has arrived. */
export async function cancelLink(desk: Desk, linkId: string): Promise<Outcome<Cancelled>> {
  const path = encodeURIComponent(linkId);
  const answer = linkOf(await ask(desk, linkSchema, () => desk.client.sdk.paymentLink.cancel(path)));
  const told = answer.ok ? answer.value : null;
  if (told?.status === 'cancelled') return ok({ kind: 'cancelled', link: told });
  if (!answer.ok && answer.reason === 'refused' && !mayBeClosed(answer)) return answer;
  const link = await fetchLink(desk, linkId);
  if (!link.ok) return outcomeUnknown(`Cancelling: ${link.detail}`);
  return closedAs(link.value, isRefusal(answer, 'already-closed'));
}

const mayBeClosed = (answer: Outcome<unknown>): boolean =>
  isRefusal(answer, 'already-paid') || isRefusal(answer, 'already-closed');

function closedAs(link: GatewayLink, wasClosed: boolean): Outcome<Cancelled> {
  if (link.status === 'paid' || link.status === 'partly-paid') return ok({ kind: 'already-paid', link });
  if (link.status === 'expired' || (wasClosed && link.status === 'cancelled'))
    return ok({ kind: 'already-closed', link });
  if (link.status === 'cancelled') return ok({ kind: 'cancelled', link });
  return outcomeUnknown('The link is still open after it was cancelled');
}
