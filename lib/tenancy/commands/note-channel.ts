import type { Db } from '../../db/client';
import { newId } from '../../db/new-id';
import type { AccountAlert } from '../../messaging/account-alert';
import { type Finding, type FindingSubject, standingOf } from '../../messaging/finding';
import type { BusinessScope } from '../types';

/** Meta: 80 messages a second, 1,000 on the high level. Source: reference §3.5. */
const ratesByLevel: Readonly<Record<string, number>> = { STANDARD: 80, HIGH: 1000 };

/**
 * Writes down what a look at a channel found, and what follows from it. What could not be asked this time stays as it was
 * known. A lower rate than the level's (a number that is on a phone too) is kept.
 */
export async function noteCheck(
  db: Db,
  scope: BusinessScope,
  { channelId, findings, at }: { channelId: string; findings: readonly Finding[]; at: Date },
): Promise<void> {
  const where = { businessId_id: { businessId: scope.businessId, id: channelId } };
  const before = await db.channel.findUniqueOrThrow({
    where,
    select: { displayPhone: true, ratePerSecond: true },
  });
  const told = (what: FindingSubject): boolean =>
    findings.some((one) => one.what === what && one.code !== 'no-answer');
  const { messagingLimitTier, qualityRating, tokenExpiresAt, throughput, displayPhone } =
    standingOf(findings);
  const rate = ratesByLevel[throughput ?? ''];
  await db.channel.update({
    where,
    data: {
      findings: [...findings],
      checkedAt: at,
      ...(told('messaging-limit') && { messagingLimitTier }),
      ...(told('quality') && { qualityRating }),
      ...(told('token') && { tokenExpiresAt }),
      ...(before.displayPhone === null && displayPhone !== null && { displayPhone }),
      ...(rate !== undefined && {
        ratePerSecond: rate > 80 ? rate : Math.min(before.ratePerSecond, rate),
      }),
    },
  });
}

/** The provider has shown that it knows our address. */
export async function noteVerified(
  db: Db,
  scope: BusinessScope,
  { channelId, at }: { channelId: string; at: Date },
): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId },
    data: { verifiedAt: at, unprovedAt: null },
  });
}

/** Somebody called our address and could not prove to be the provider. */
export async function noteUnproved(
  db: Db,
  scope: BusinessScope,
  { channelId, at }: { channelId: string; at: Date },
): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId },
    data: { unprovedAt: at },
  });
}

/** The provider took a test message. */
export async function noteTested(
  db: Db,
  scope: BusinessScope,
  { channelId, at }: { channelId: string; at: Date },
): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId },
    data: { testedAt: at },
  });
}

/** Keeps what a provider has said of a number or its account. */
export async function recordAlert(
  db: Db,
  scope: BusinessScope,
  { channelId, alert, at }: { channelId: string; alert: AccountAlert; at: Date },
): Promise<void> {
  const { businessId } = scope;
  await db.channelAlert.create({ data: { businessId, id: newId(), channelId, at, ...alert } });
}

/** Somebody has seen all that was said of a number. */
export async function seeAlerts(
  db: Db,
  scope: BusinessScope,
  { channelId, at }: { channelId: string; at: Date },
): Promise<void> {
  await db.channelAlert.updateMany({
    where: { businessId: scope.businessId, channelId, seenAt: null },
    data: { seenAt: at },
  });
}
