/** Of so long ago the messaging limit knows nothing. Source: Meta, messaging limits: a rolling 24 hours. */
export const reachMs = 24 * 3_600_000;

/** What holds for whom the provider has told nothing of: the limit that every new account begins with. */
const unknownLimit = 250;

/**
 * How many customers a day may be written to outside their window, from the provider's name of the limit: `TIER_250`,
 * `TIER_2K`, `TIER_UNLIMITED`. Null: as many as one likes. A name that nobody knows counts as the least.
 */
export function limitOfTier(tier: string | null): number | null {
  if (tier === null) return unknownLimit;
  if (tier === 'TIER_UNLIMITED') return null;
  const [, digits, thousands] = /^TIER_(\d+)(K?)$/.exec(tier) ?? [];
  return digits === undefined ? unknownLimit : Number(digits) * (thousands ? 1000 : 1);
}

/**
 * The limit of a business by what its numbers are told: all of a portfolio share one, so they should agree; where they do
 * not, the least counts.
 */
export function limitOf(tiers: readonly (string | null)[]): number | null {
  const told = tiers.filter((tier) => tier !== null);
  const limits = (told.length === 0 ? [null] : told).map(limitOfTier);
  return limits.reduce(
    (least, one) => (one === null ? least : least === null ? one : Math.min(least, one)),
    null,
  );
}

/**
 * How much of the limit a message may use up, in percent, as SQL over `message` (an alias of a row of `message`): near the
 * limit thanks wait first, then reminders, and payment and cancellation notices and answers of staff last of all.
 */
export const shareSql = (message: string): string =>
  `CASE
    WHEN ${message}.purpose = 'offers' OR ${message}.label IN ('notice.thanks', 'notice.noShow') THEN 80
    WHEN ${message}.purpose = 'reminders' THEN 90
    ELSE 100
  END`;
