import { isRight } from '../../messaging/finding';
import type { ChannelState } from './queries';
import type { ChannelSummary } from './schema';

const dayMs = 24 * 60 * 60 * 1000;
/** Enough to make another token in peace. */
const soonMs = 7 * dayMs;

type Standing = Pick<
  ChannelState,
  | 'provider'
  | 'archivedAt'
  | 'pausedReason'
  | 'verifiedAt'
  | 'inUse'
  | 'findings'
  | 'tokenExpiresAt'
  | 'heldAt'
  | 'unseen'
>;

/** Whether a number's connection has still to be finished: its provider has not shown that it knows our address. */
const isConnecting = ({ provider, verifiedAt, inUse }: Standing): boolean =>
  provider !== 'simulator' && verifiedAt === null && !inUse;

/** Found wrong when it was last looked at; or a token that has come near its end since. */
const wrongs = ({ findings, tokenExpiresAt }: Standing, now: Date): number => {
  const wrong = findings.filter((one) => isRight(one) === false);
  const ends = tokenExpiresAt !== null && tokenExpiresAt.getTime() - now.getTime() <= soonMs;
  return wrong.length + (ends && !wrong.some(({ what }) => what === 'token') ? 1 : 0);
};

/** How a number is, the worst first. */
export function stateOf(channel: Standing, now: Date): ChannelSummary['state'] {
  if (channel.archivedAt) return 'archived';
  if (channel.pausedReason !== null) return 'paused';
  if (isConnecting(channel)) return 'connecting';
  return wrongs(channel, now) > 0 || channel.unseen > 0 ? 'wrong' : 'well';
}

/** How many things about a number want a person. What is still being connected is in their hands already. */
export function attentionOf(channel: Standing, now: Date): number {
  if (channel.archivedAt || isConnecting(channel)) return 0;
  const paused = channel.pausedReason === null ? 0 : 1;
  const held = channel.heldAt === null ? 0 : 1;
  return paused + held + wrongs(channel, now) + channel.unseen;
}

/** Statuses of a message come within seconds; a quarter of an hour without any is no coincidence. */
const silenceMs = 15 * 60 * 1000;

/** Whether messages went out and nothing at all was heard since. */
export const isSilent = (
  { lastOutboundAt, lastEventAt }: { lastOutboundAt: Date | null; lastEventAt: Date | null },
  now: Date,
): boolean =>
  lastOutboundAt !== null &&
  now.getTime() - lastOutboundAt.getTime() > silenceMs &&
  (lastEventAt === null || lastEventAt < lastOutboundAt);
