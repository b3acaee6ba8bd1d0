import { channelCredentials, shownCredentials } from '../../channels/credentials';
import { lastHeard } from '../../inbox/queries';
import { AppError } from '../../kernel/app-error';
import { countFailures, lastSentAt } from '../../outbox/queries';
import { type OfferedProvider, offeredProviders } from '../../messaging/providers';
import { type ChannelState, listAlerts, listChannelStates } from '../../tenancy/channels/queries';
import type { ChannelDetail, ChannelsPage, ChannelSummary } from '../../tenancy/channels/schema';
import { attentionOf, isSilent, stateOf } from '../../tenancy/channels/state';
import { type Channel, getChannel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { enteredSecret } from './entered-secret';

const weekMs = 7 * 24 * 60 * 60 * 1000;

const summary = (channel: ChannelState, now: Date): ChannelSummary => ({
  id: channel.id,
  provider: channel.provider,
  label: channel.displayPhone ?? channel.phoneNumberId,
  archived: channel.archivedAt !== null,
  state: stateOf(channel, now),
  attention: attentionOf(channel, now),
  inUse: channel.inUse,
});

/** An on-premises webapp has no address that everybody knows: it is offered where the installation was told one. */
const offeredBy = ({ onpremises }: ChannelView): OfferedProvider[] =>
  offeredProviders.filter((provider) => provider !== 'onprem' || onpremises);

/** How this web process shows things: whether it was told where an on-premises webapp is. */
export type ChannelView = { onpremises: boolean };

/** All numbers of a business, and what can be connected. */
export async function loadChannels(
  world: World,
  scope: BusinessScope,
  view: ChannelView,
): Promise<ChannelsPage> {
  const now = world.clock.now();
  const channels = await listChannelStates(world.database.prisma, scope);
  return { channels: channels.map((one) => summary(one, now)), offered: offeredBy(view) };
}

/** How many things about a business's numbers want a person. */
export async function countChannelAttention(world: World, scope: BusinessScope): Promise<{ count: number }> {
  const now = world.clock.now();
  const channels = await listChannelStates(world.database.prisma, scope);
  return { count: channels.reduce((sum, one) => sum + attentionOf(one, now), 0) };
}

const iso = (at: Date | null): string | null => at && at.toISOString();

/** One number with its connection and its health; no secret but the one that has to be entered at the provider. Throws `not-found`. */
export async function loadChannel(
  world: World,
  scope: BusinessScope,
  channelId: string,
  view: ChannelView,
): Promise<ChannelDetail> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const state = (await listChannelStates(prisma, scope)).find(({ id }) => id === channelId);
  if (!state) throw new AppError('not-found', 'There is no such WhatsApp number.');
  const since = new Date(now.getTime() - weekMs);
  const [channel, heard, lastOutboundAt, failures, alerts] = await Promise.all([
    getChannel(prisma, scope, channelId),
    lastHeard(prisma, scope, channelId),
    lastSentAt(prisma, scope, channelId),
    countFailures(prisma, scope, { channelId, since }),
    listAlerts(prisma, scope, channelId),
  ]);
  return {
    ...summary(state, now),
    key: state.key,
    phoneNumberId: state.phoneNumberId,
    wabaId: state.wabaId,
    phone: state.displayPhone,
    known: knownOf(world, channel),
    pausedReason: state.pausedReason,
    callback: callbackOf(world, channel),
    findings: state.findings,
    checkedAt: iso(state.checkedAt),
    verifiedAt: iso(state.verifiedAt),
    unprovedAt: iso(state.unprovedAt),
    testedAt: iso(state.testedAt),
    tokenExpiresAt: iso(state.tokenExpiresAt),
    qualityRating: state.qualityRating,
    messagingLimitTier: state.messagingLimitTier,
    ratePerSecond: state.ratePerSecond,
    heldAt: iso(state.heldAt),
    lastInboundAt: iso(heard.messageAt),
    lastOutboundAt: iso(lastOutboundAt),
    lastEventAt: iso(heard.eventAt),
    silent: isSilent({ lastOutboundAt, lastEventAt: heard.eventAt }, now),
    failures: failures.map(({ lastAt, ...one }) => ({ ...one, lastAt: lastAt.toISOString() })),
    alerts: alerts.map(({ seenAt, at, ...one }) => ({ ...one, at: at.toISOString(), seen: seenAt !== null })),
    offered: offeredBy(view),
  };
}

/** What of the credentials is no secret, for the form to begin with. */
function knownOf(world: World, channel: Channel): Record<string, string> {
  const { data } = channelCredentials[channel.provider].safeParse(world.connectionOf(channel));
  const shown: readonly string[] = shownCredentials[channel.provider];
  const known = Object.entries(data ?? {}).filter(([name]) => shown.includes(name));
  return Object.fromEntries(known) as Record<string, string>;
}

/** Where the provider brings events to, with what has to be entered beside it. */
function callbackOf(world: World, channel: Channel): ChannelDetail['callback'] {
  const connection = world.connectionOf(channel);
  const address = connection.webhookUrl;
  return {
    address,
    secret: enteredSecret(connection),
    reachable: isPublic(address),
    settable: world.adapterOf(channel.provider).setWebhook !== undefined,
  };
}

/** Providers call public https addresses only. */
function isPublic(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLocal =
    hostname === 'localhost' || hostname.endsWith('.local') || /^(127|10|192\.168)\./.test(hostname);
  return protocol === 'https:' && !isLocal;
}
