import { listOverlap } from '../booking/commands/list-overlap';
import type { SlotQuote } from '../booking/schema';
import { listNamed } from '../customers/queries';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { fromEpochMinute } from '../kernel/time-range';
import type { WhyNot } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { loadStaffSlot, type StaffSlot, type StaffWish } from './staff-slot';
import type { World } from './types';

/** What a time would cost, what it bends, and whom it would meet: shown before anything is done. Takes nothing. */
export const quoteSlot = (world: World, scope: BusinessScope, wish: StaffWish): Promise<SlotQuote> =>
  transaction(world.database, async (tx) => quoteOf(tx, scope, wish, await loadStaffSlot(tx, scope, wish)));

/** The same for a slot that has been read already. */
export async function quoteOf(
  tx: Tx,
  scope: BusinessScope,
  wish: StaffWish,
  slot: StaffSlot,
): Promise<SlotQuote> {
  const [price] = slot.wanted.candidates;
  const clashes = slot.hard?.kind === 'taken' ? await listClashes(tx, scope, wish) : [];
  return {
    pricePaise: price?.pricePaise ?? 0,
    priceLines: price?.priceLines ?? [],
    hard: slot.hard && ruleOf(slot.hard),
    soft: slot.soft && ruleOf(slot.soft),
    clashes,
  };
}

/** Everything that takes part of the time, with names: P04, nobody is booked over unknowingly. */
export async function listClashes(
  tx: Tx,
  scope: BusinessScope,
  wish: Pick<StaffWish, 'resourceId' | 'startsAt' | 'durationMinutes' | 'now' | 'except'>,
): Promise<SlotQuote['clashes']> {
  const { resourceId, startsAt, durationMinutes, now, except = [] } = wish;
  const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
  const { bookings, blocks } = await listOverlap(tx, scope, { resourceId, startsAt, endsAt, now });
  const others = bookings.filter((one) => !except.includes(one.id));
  const named = await listNamed(tx, scope, [...new Set(others.flatMap((one) => one.customerId ?? []))]);
  const names = new Map(named.map((one) => [one.id, one.name ?? one.phone]));
  return [
    ...others.map((one) => ({
      what: 'booking' as const,
      name: one.attendeeName ?? (one.customerId === null ? null : (names.get(one.customerId) ?? null)),
      reference: one.reference,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
    })),
    ...blocks.map((one) => ({
      what: 'block' as const,
      name: one.reason || null,
      reference: null,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
    })),
  ];
}

/** A rule in the form in which it crosses to the browser. */
function ruleOf(why: WhyNot): NonNullable<SlotQuote['hard']> {
  switch (why.kind) {
    case 'closure':
      return { kind: why.kind, reason: why.reason };
    case 'notice':
      return { kind: why.kind, at: fromEpochMinute(why.opensAt).toISOString() };
    default:
      return { kind: why.kind };
  }
}
