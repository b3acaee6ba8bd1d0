import pg from 'pg';
import type { ParsedEvent } from '../../channels/types';
import type { ChannelId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { Lane, type LaneRules } from '../lane';
import { storeEvents } from './store-events';

type Item = { scope: BusinessScope; channelId: ChannelId; events: ParsedEvent[]; bytes: number; now: Date };

/** Far above what comes within one commit; a statement of many megabytes would keep others waiting. */
const enoughBytes = 1024 * 1024;

/** The lanes that have something to do, by channel. An entry only saves commits: another process needs to know nothing of it. */
const lanesOf = new WeakMap<pg.Pool, Map<ChannelId, Lane<Item>>>();

/**
 * Stores a webhook's events as `storeEvents` does, in one commit with those of other webhooks of the same channel that
 * came while an earlier commit was under way. Events become visible in the order of the calls. `bytes` is the webhook's size.
 * Rejects when these very events could not be stored; what another webhook brought never makes this one fail.
 */
export function storeTogether(pool: pg.Pool, item: Item): Promise<void> {
  const lanes = lanesOf.get(pool) ?? new Map<ChannelId, Lane<Item>>();
  lanesOf.set(pool, lanes);
  const lane = lanes.get(item.channelId) ?? new Lane(rulesOf(pool, () => lanes.delete(item.channelId)));
  lanes.set(item.channelId, lane);
  return lane.add(item);
}

const rulesOf = (pool: pg.Pool, atRest: () => void): LaneRules<Item> => ({
  async carryOut(batch) {
    const [first] = batch;
    if (!first) return;
    const { scope, channelId, now } = first;
    await storeEvents(pool, scope, { channelId, events: batch.flatMap(({ events }) => events), now });
  },
  weightOf: ({ bytes }) => bytes,
  enough: enoughBytes,
  mayBeOne: isRefusal,
  atRest,
});

/**
 * The database read the statement and refused it, or it could not be written down for its nesting (RangeError); unlike a
 * database that is gone, full or going down (classes 08, 53, 57, 58).
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof pg.DatabaseError && !/^(08|53|57|58)/.test(error.code ?? ''));
