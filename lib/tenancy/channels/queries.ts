import type { Db } from '../../db/client';
import { type AlertKind, alertKinds } from '../../messaging/account-alert';
import { type Finding, readFindings } from '../../messaging/finding';
import { channelProviders, type ChannelProvider } from '../../messaging/providers';
import type { BusinessScope } from '../types';

/** A number as it stands, with what its provider has said of it. Credentials are not part of it. */
export type ChannelState = {
  id: string;
  key: string;
  provider: ChannelProvider;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  ratePerSecond: number;
  pausedReason: string | null;
  messagingLimitTier: string | null;
  qualityRating: string | null;
  tokenExpiresAt: Date | null;
  checkedAt: Date | null;
  findings: Finding[];
  heldAt: Date | null;
  archivedAt: Date | null;
  verifiedAt: Date | null;
  unprovedAt: Date | null;
  testedAt: Date | null;
  /** Urgent alerts that nobody has seen. */
  unseen: number;
  /** Anybody has a chat on it. */
  inUse: boolean;
};

const isProvider = (text: string): text is ChannelProvider =>
  (channelProviders as readonly string[]).includes(text);

/** All of a business's numbers, the archived ones too, oldest first. */
export async function listChannelStates(db: Db, scope: BusinessScope): Promise<ChannelState[]> {
  const { businessId } = scope;
  const rows = await db.channel.findMany({
    where: { businessId },
    orderBy: { id: 'asc' },
    omit: { credentials: true },
    include: {
      _count: { select: { alerts: { where: { urgent: true, seenAt: null } } } },
      threads: { select: { id: true }, take: 1 },
    },
  });
  return rows.flatMap(({ provider, findings, _count, threads, ...row }) =>
    isProvider(provider)
      ? [
          {
            ...row,
            provider,
            findings: readFindings(findings),
            unseen: _count.alerts,
            inUse: threads.length > 0,
          },
        ]
      : [],
  );
}

export type ShownAlert = {
  id: string;
  at: Date;
  kind: AlertKind;
  urgent: boolean;
  params: Record<string, string>;
  seenAt: Date | null;
};

const isKind = (text: string): text is AlertKind => (alertKinds as readonly string[]).includes(text);

/** What was last said of a number or its account, newest first. */
export async function listAlerts(db: Db, scope: BusinessScope, channelId: string): Promise<ShownAlert[]> {
  const rows = await db.channelAlert.findMany({
    where: { businessId: scope.businessId, channelId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 20,
  });
  return rows.flatMap(({ id, at, kind, urgent, params, seenAt }) =>
    // Written by `recordAlert`, from texts.
    isKind(kind) ? [{ id, at, kind, urgent, params: params as Record<string, string>, seenAt }] : [],
  );
}

/** Numbers in use whose provider was last asked before `since`, or never. Of all businesses. */
export async function listChannelsToCheck(
  db: Db,
  since: Date,
): Promise<{ businessId: string; channelId: string }[]> {
  const rows = await db.channel.findMany({
    where: { archivedAt: null, OR: [{ checkedAt: null }, { checkedAt: { lt: since } }] },
    select: { businessId: true, id: true },
  });
  return rows.map(({ businessId, id }) => ({ businessId, channelId: id }));
}
